import { ChungError } from "../errors.ts";
import type { Limits } from "./limits.ts";
import type { TaskActivity } from "./task.ts";
import { isVisible } from "./visible_text.ts";

/** A change of a project, and the users whom it is about. */
export type Notice =
  | { change: "added" | "removed" | "left" | "transferred"; users: string[] }
  | { change: "renamed"; name: string }
  | { change: "archived" | "restored" };

/** The part of a message that makes it a line of activity: its text is empty, and it never changes. */
export interface Activity {
  notice?: Notice;
  task?: TaskActivity;
}

/** Whether a message is a line of activity, which nobody wrote. */
export function isActivity({ notice, task }: Activity): boolean {
  return notice !== undefined || task !== undefined;
}

/** A message of a room (docs/PROTOCOL.md, "Objects"). */
export interface Message extends Activity {
  id: number;
  project_id: number;
  /** The username of its author, or of who did what a line of activity tells. */
  user: string;
  /** The text; empty in a deleted message and a line of activity. */
  message: string;
  /** ISO 8601 UTC with milliseconds; never decreases within a room as ids increase. */
  timestamp: string;
  edited_at?: string;
  deleted?: true;
  /** The task that was made of it. */
  task_id?: number;
  /** Whether `message` is only the beginning of the text, as in lists of projects. */
  truncated?: true;
}

/** A page of a room's log, oldest message first. */
export interface MessagePage {
  messages: Message[];
  /** Whether more messages exist beyond this page, in the requested direction. */
  more: boolean;
}

/** Trims a message's text. One of several lines keeps the indentation of its first line, as code needs. */
export function trimMessage(text: string): string {
  const ended = text.trimEnd();
  const written = ended.trimStart();
  if (!written.includes("\n")) return written;
  const space = ended.slice(0, ended.length - written.length);
  return ended.slice(space.lastIndexOf("\n") + 1);
}

/**
 * Trims and checks a message's text.
 * @throws {ChungError} `empty_message`, `message_too_long`
 */
export function messageText(text: string, limits: Limits): string {
  const trimmed = trimMessage(text);
  if (!isVisible(trimmed)) {
    throw new ChungError("empty_message", "the message is empty: write some text");
  }
  // A string has at least as many UTF-16 units as code points, so most need no count.
  if (trimmed.length > limits.maxMessage && [...trimmed].length > limits.maxMessage) {
    throw new ChungError(
      "message_too_long",
      `a message has at most ${limits.maxMessage} characters: send it in parts`,
    );
  }
  return trimmed;
}
