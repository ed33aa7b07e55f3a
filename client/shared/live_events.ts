import type { Message } from "../../lib/model/message.ts";
import type { Task, TaskChange } from "../../lib/model/task.ts";
import type { TaskCount } from "./tasks/task_count.ts";
import type { Member, Project, ProjectSummary } from "../../lib/model/project.ts";

/** Events about the stream itself. */
export type StreamEvent =
  /** `online` is false while the server is unreachable. */
  | { type: "connection"; data: { online: boolean } }
  /** The stream ends in favour of other tabs; reopen it when the tab gets attention. */
  | { type: "paused"; data: Record<string, never> }
  /** The stream ends because the user was logged out or is no longer a member. */
  | { type: "ended"; data: { reason: "logged_out" | "not_a_member" } };

/** A task as it is after a change; `reordered` if others moved, or were imported with it, which no event tells. */
export interface TaskEvent {
  task: Task;
  change: TaskChange;
  reordered?: true;
}

/** The changes of a project of which its room is told. */
export type RoomProjectChange = "renamed" | "transferred" | "archived" | "restored";

/** A live event of a room as sent to islands, with the protocol's type and data. */
export type RoomEvent =
  | { type: "chat" | "edit" | "delete"; data: Message }
  | { type: "enter" | "leave"; data: { project_id: number; user: string } }
  | { type: "typing"; data: { project_id: number; user: string } }
  | {
    type: "members";
    data: { project_id: number; added: string[]; removed: string[]; by: string };
  }
  /** A member's display name; also sent after `members` for each who was added with one. */
  | { type: "name"; data: { project_id: number; user: string; name: string | null } }
  | { type: "project"; data: { change: RoomProjectChange; project: Project } }
  /** A changed task of the room. Those of a lost connection don't come again: after `presence`, the list is read anew. */
  | { type: "task"; data: TaskEvent }
  /** A mention in any of the user's projects; not part of the room's log. */
  | { type: "mention"; data: Message }
  /** The current state of the room; sent first and after every reconnection. */
  | { type: "presence"; data: { project: Project; members: Member[] } }
  | StreamEvent;

/** `id` is the point from which a browser resumes after the event; without it, the previous one stays. */
export type Numbered<Event> = Event & { id?: string };

/** A live event of the project list as sent to its island. */
export type ListEvent =
  /** The current list, latest activity first; sent first and after every change. */
  | { type: "projects"; data: { projects: ProjectSummary[] } }
  | { type: "mention"; data: Message }
  /** The user's open tasks, counted; sent first, after every reconnection and when one of them has changed. */
  | { type: "tasks"; data: TaskCount }
  | StreamEvent;

/** A queue of events for one tab. */
export interface LiveEvents<Event> {
  /** Waits for the next event. */
  next(): Promise<IteratorResult<Event>>;
  /** Takes events that have already arrived, up to about `size` UTF-16 units in total. */
  take(size: number): Event[];
  close(): void;
}
