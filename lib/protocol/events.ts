import type { Message } from "../model/message.ts";
import type { Project } from "../model/project.ts";
import type { Task, TaskChange } from "../model/task.ts";
import {
  isCount,
  isMessage,
  isProject,
  isTask,
  isTaskChange,
  isText,
  listOf,
  nullOr,
  objectOf,
  oneOf,
  type Shape,
} from "./shape.ts";

/** A user who enters, leaves or types in a room. */
export interface Presence {
  project_id: number;
  user: string;
}

export interface MembersChange {
  project_id: number;
  added: string[];
  removed: string[];
  /** The username of the user who made the change. */
  by: string;
  /** The display names of those added who have one, by username. */
  names?: Record<string, string>;
}

/** A member's new display name; null for none. */
export interface NameChange {
  project_id: number;
  user: string;
  name: string | null;
}

export type ProjectChangeKind =
  | "added"
  | "removed"
  | "renamed"
  | "transferred"
  | "archived"
  | "restored";

export interface ProjectChange {
  change: ProjectChangeKind;
  project: Project;
}

export interface UnreadCount {
  project_id: number;
  unread: number;
  /** The message that changed the count. */
  message: Message;
}

/** A task as it is after a change. */
export interface TaskEvent {
  task: Task;
  change: TaskChange;
  /** Whether many tasks of its status got other positions, or were imported with it, which no event tells. */
  reordered?: true;
}

/** The data of each event type (docs/PROTOCOL.md, "Events"). */
export interface Events {
  chat: Message;
  edit: Message;
  delete: Message;
  enter: Presence;
  leave: Presence;
  members: MembersChange;
  name: NameChange;
  typing: Presence;
  task: TaskEvent;
  project: ProjectChange;
  unread: UnreadCount;
  mention: Message;
  token_ended: { user: string };
  closing: { reason: "shutdown" | "slow_consumer" | "idle" };
}

export type EventType = keyof Events;

/** An event of one of these types. */
export type EventOf<T extends EventType> = { [E in T]: { type: E; data: Events[E] } }[T];

export type Event = EventOf<EventType>;

const isPresence = objectOf<Presence>({ project_id: isCount, user: isText });

const SHAPES: { [T in EventType]: Shape<Events[T]> } = {
  chat: isMessage,
  edit: isMessage,
  delete: isMessage,
  enter: isPresence,
  leave: isPresence,
  members: objectOf<MembersChange>({
    project_id: isCount,
    added: listOf(isText),
    removed: listOf(isText),
  }),
  name: objectOf<NameChange>({ project_id: isCount, user: isText, name: nullOr(isText) }),
  typing: isPresence,
  task: objectOf<TaskEvent>({ task: isTask, change: isTaskChange }),
  project: objectOf<ProjectChange>({ change: isText, project: isProject }),
  unread: objectOf<UnreadCount>({ project_id: isCount, unread: isCount, message: isMessage }),
  mention: isMessage,
  token_ended: objectOf<Events["token_ended"]>({ user: isText }),
  closing: objectOf<Events["closing"]>({ reason: oneOf("shutdown", "slow_consumer", "idle") }),
};

/** Formats `event type {json}`, without the LF. */
export function eventLine({ type, data }: Event): string {
  return `event ${type} ${JSON.stringify(data)}`;
}

/** Checks an event from a server. Returns null when its type is unknown or its data doesn't have that type's shape. */
export function parseEvent(type: string, data: unknown): Event | null {
  if (!Object.hasOwn(SHAPES, type)) return null;
  return SHAPES[type as EventType](data) ? { type, data } as Event : null;
}
