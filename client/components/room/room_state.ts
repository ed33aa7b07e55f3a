import type { Message } from "../../../lib/model/message.ts";
import type { Member, Project } from "../../../lib/model/project.ts";
import type { RoomEvent, RoomProjectChange } from "../../shared/live_events.ts";
import type { RoomView } from "../../shared/room_view.ts";
import { afterFlood, type RoomLog, withChanged, withMessage } from "./room_log.ts";
import { counts, unreadCount } from "./room_unread.ts";

/** The state of a room as its page shows it. */
export interface RoomState {
  me: string;
  project: Project;
  log: RoomLog;
  members: readonly Member[];
  /** Whether live events are arriving; if not, the banner is shown. */
  connected: boolean;
  /** Whether this tab is paused because too many tabs are live; it resumes when it gets attention. */
  paused: boolean;
  /** Why the live events have ended for good. */
  ended: "logged_out" | "not_a_member" | null;
  /** The member who removed the reader from the project; null if nobody did, or that is not known. */
  removedBy: string | null;
  /** The id of the last read message. */
  lastRead: number;
  /** Unread messages of others as last reported; `unreadCount` is more precise where it can be. */
  unread: number;
  /** The "new messages" line is drawn after this message; null for no line. */
  newAfter: number | null;
  /** Whether the reader is at the end of the log, and whether the page has attention. */
  atEnd: boolean;
  hasAttention: boolean;
}

/**
 * `sent`, `changed`: the server returned the stored message. `lost`: the event stream broke. `page`: adds a requested page
 * to the log. `read`: the server moved the read mark. `attention`: the reader's position or focus changed.
 */
export type RoomChange =
  | Exclude<RoomEvent, { type: "typing" | "mention" | "task" }>
  | { type: "sent" | "changed"; data: Message }
  | { type: "lost" }
  | { type: "page"; data: (log: RoomLog) => RoomLog }
  | { type: "read"; data: { message: number; unread: number } }
  | { type: "attention"; data: { atEnd: boolean; hasAttention: boolean } };

/** Whether live events are arriving, and if not, why. */
export type Liveness = "live" | "lost" | "paused" | NonNullable<RoomState["ended"]>;

export function livenessOf({ connected, paused, ended }: RoomState): Liveness {
  return ended ?? (paused ? "paused" : connected ? "live" : "lost");
}

/** Why nothing can be sent or changed now, or any more; null if it can. */
export function closedAs({ ended, project }: RoomState): "for_now" | "for_good" | null {
  if (ended === "not_a_member") return "for_good";
  return ended !== null || project.archived ? "for_now" : null;
}

export function initialRoom(view: RoomView, me: string): RoomState {
  return {
    me,
    project: view.project,
    log: {
      messages: view.messages,
      older: view.more,
      newer: view.newer,
      newest: Math.max(view.cursor.message, view.messages.at(-1)?.id ?? 0),
      changed: new Map(),
    },
    members: view.members,
    connected: true,
    paused: false,
    ended: null,
    removedBy: null,
    lastRead: view.last_read_id,
    unread: view.unread,
    newAfter: view.unread > 0 ? view.last_read_id : null,
    atEnd: !view.newer,
    hasAttention: true,
  };
}

/** Applies several changes in order. */
export function roomAfterAll(room: RoomState, changes: readonly RoomChange[]): RoomState {
  const after = changes.reduce(roomAfter, room);
  if (!after.atEnd || !after.hasAttention) return after;
  const log = afterFlood(after.log, changes.length);
  return log === after.log ? after : { ...after, log };
}

/** Applies one change; returns the same object when nothing differs. */
function roomAfter(room: RoomState, change: RoomChange): RoomState {
  switch (change.type) {
    case "chat":
      return chatAfter(room, change.data);
    case "sent":
      // Sending a message means that the earlier ones were seen.
      return { ...room, log: withMessage(room.log, change.data, room.atEnd), newAfter: null };
    case "edit":
    case "delete":
      return changedAfter(room, change.data);
    case "changed": {
      // Its own event may have overtaken the reply, or a later one, as of a task that was made of the message.
      const known = room.log.changed.get(change.data.id);
      const overtaken = known?.deleted ||
        (!change.data.deleted && (known?.edited_at ?? "") >= (change.data.edited_at ?? ""));
      return overtaken ? room : changedAfter(room, change.data);
    }
    case "page":
      return { ...room, log: change.data(room.log) };
    case "read":
      if (change.data.message < room.lastRead) return room;
      return { ...room, lastRead: change.data.message, unread: change.data.unread };
    case "attention":
      return { ...room, ...change.data };
    case "enter":
    case "leave":
      return withMember(room, change.data.user, { online: change.type === "enter" });
    case "name":
      return withMember(room, change.data.user, { name: change.data.name ?? undefined });
    case "members":
      return membersAfter(room, change.data);
    case "project":
      return projectAfter(room, change.data);
    case "presence":
      return { ...room, ...change.data, connected: true, paused: false, ended: null };
    case "paused":
      return { ...room, paused: true };
    case "connection":
      return { ...room, connected: change.data.online, paused: false };
    case "lost":
      return room.connected ? { ...room, connected: false, paused: false } : room;
    case "ended":
      return { ...room, ended: change.data.reason };
  }
}

function chatAfter(room: RoomState, message: Message): RoomState {
  const isNew = message.id > room.log.newest && counts(message, room.me);
  const log = withMessage(room.log, message, room.atEnd);
  if (log === room.log) return room;
  if (!isNew) return { ...room, log };
  const unseen = !(room.hasAttention && room.atEnd);
  const newAfter = unseen && unreadCount(room) === 0 ? message.id - 1 : room.newAfter;
  return { ...room, log, newAfter, unread: room.unread + 1 };
}

function changedAfter(room: RoomState, message: Message): RoomState {
  const gone = message.deleted && !room.log.changed.get(message.id)?.deleted &&
    message.id > room.lastRead && message.user !== room.me;
  const unread = gone ? Math.max(0, room.unread - 1) : room.unread;
  return { ...room, log: withChanged(room.log, message), unread };
}

function withMember(room: RoomState, user: string, changed: Partial<Member>): RoomState {
  const members = room.members.map((member) =>
    member.username === user ? { ...member, ...changed } : member
  );
  return { ...room, members };
}

function membersAfter(
  room: RoomState,
  { added, removed, by }: { added: string[]; removed: string[]; by: string },
): RoomState {
  const known = new Set(room.members.map((member) => member.username));
  const members = room.members.filter((member) => !removed.includes(member.username));
  for (const username of added) {
    if (!known.has(username)) members.push({ username, role: "member", online: false });
  }
  const removedBy = removed.includes(room.me) ? by : room.removedBy;
  return { ...room, members, removedBy };
}

function projectAfter(
  room: RoomState,
  { change, project }: { change: RoomProjectChange; project: Project },
): RoomState {
  if (change !== "transferred") return { ...room, project };
  const members = room.members.map((member) => ({
    ...member,
    role: member.username === project.owner ? "owner" as const : "member" as const,
  }));
  return { ...room, project, members };
}
