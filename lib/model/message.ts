import { ChungError } from "../errors.ts";
import type { Limits } from "./limits.ts";

/** docs/PROTOCOL.md, "Objects". */
export interface Message {
  id: number;
  project_id: number;
  /** The author's username. */
  user: string;
  /** The text; empty when deleted. */
  message: string;
  /** ISO 8601 UTC with milliseconds; never goes back within a room as ids grow. */
  timestamp: string;
  edited_at?: string;
  deleted?: true;
}

/** A piece of a room's log, oldest first. */
export interface MessagePage {
  messages: Message[];
  /** Whether there are others beyond this page, in the direction that was asked for. */
  more: boolean;
}

/**
 * The text of a message as it is stored.
 * @throws ChungError `empty_message`, `message_too_long`
 */
export function messageText(text: string, limits: Limits): string {
  const trimmed = text.trim();
  if (trimmed === "") {
    throw new ChungError("empty_message", "the message is empty: write some text");
  }
  // A string has at least as many UTF-16 units as characters: most need no count.
  if (trimmed.length > limits.maxMessage && [...trimmed].length > limits.maxMessage) {
    throw new ChungError(
      "message_too_long",
      `a message has at most ${limits.maxMessage} characters: send it in parts`,
    );
  }
  return trimmed;
}
