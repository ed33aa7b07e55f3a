import type { Message } from "../../lib/model/message.ts";
import type { Member, Project, ProjectSummary } from "../../lib/model/project.ts";

/** How a stream of events begins, breaks and ends. */
export type StreamEvent =
  /** `online` is false while the server can't be reached. */
  | { type: "connection"; data: { online: boolean } }
  /** The stream ends, since other tabs took its place: ask again when the tab is looked at. */
  | { type: "paused"; data: Record<string, never> }
  /** The person was logged out, or is no longer a member: the stream ends. */
  | { type: "ended"; data: { reason: "logged_out" | "not_a_member" } };

/** A live event of a room as islands receive it: the protocol's type and JSON. */
export type RoomEvent =
  | { type: "chat" | "edit" | "delete"; data: Message }
  | { type: "enter" | "leave" | "typing"; data: { project_id: number; user: string } }
  | {
    type: "members";
    data: { project_id: number; added: string[]; removed: string[]; by: string };
  }
  | { type: "project"; data: { change: "renamed" | "transferred"; project: Project } }
  /** In any project of the person's: this is no part of the room's log. */
  | { type: "mention"; data: Message }
  /** The room as it is now; sent first, and again after every reconnection. */
  | { type: "presence"; data: { project: Project; members: Member[] } }
  | StreamEvent;

/** `id`: what a browser that has read the event resumes from; without one it is as before. */
export type Numbered<Event> = Event & { id?: string };

/** A live event of the list of projects as its island receives it. */
export type ListEvent =
  /** The whole list as it is now, latest activity first; sent first, and again when something has changed. */
  | { type: "projects"; data: { projects: ProjectSummary[] } }
  | { type: "mention"; data: Message }
  | StreamEvent;

/** Events on their way to one tab, in their order. */
export interface LiveEvents<Event> {
  /** The next one, when it has come. */
  next(): Promise<IteratorResult<Event>>;
  /** Those that have come already and were not read, the first of them up to `size` UTF-16 units or a little more. */
  take(size: number): Event[];
  close(): void;
}
