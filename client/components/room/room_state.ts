import type { Message } from "../../../lib/model/message.ts";
import type { Member } from "../../../lib/model/project.ts";
import type { RoomEvent, RoomView } from "../../state.ts";
import { type LogEntry, withMessage, withNotice } from "./room_log.ts";

/** A room as its page knows it. */
export interface RoomState {
  me: string;
  log: readonly LogEntry[];
  members: readonly Member[];
  /** Whether live events come; false shows the banner. */
  connected: boolean;
  /** Too many of the browser's tabs are live: this one waits until it is looked at. */
  paused: boolean;
  /** Why no further events come. */
  ended: "logged_out" | "not_a_member" | null;
  notices: number;
}

/** `sent`: the server answered with the stored message. `lost`: the stream of events broke. */
export type RoomChange =
  | RoomEvent
  | { type: "sent"; data: Message }
  | { type: "lost" };

export function initialRoom(view: RoomView, me: string): RoomState {
  return {
    me,
    log: view.messages.map((message) => ({ kind: "message", message })),
    members: view.members,
    connected: true,
    paused: false,
    ended: null,
    notices: 0,
  };
}

/** The room after several changes, the first of them first. */
export function roomAfterAll(room: RoomState, changes: readonly RoomChange[]): RoomState {
  return changes.reduce(roomAfter, room);
}

/** The room after `change`; the same object when nothing is different. */
function roomAfter(room: RoomState, change: RoomChange): RoomState {
  switch (change.type) {
    case "chat":
    case "sent": {
      const log = withMessage(room.log, change.data);
      return log === room.log ? room : { ...room, log };
    }
    case "enter":
    case "leave":
      return presenceAfter(room, change.data.user, change.type === "enter");
    case "members":
      return membersAfter(room, change.data);
    case "presence":
      return { ...room, members: change.data.members, connected: true, paused: false };
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

function presenceAfter(room: RoomState, user: string, online: boolean): RoomState {
  const members = room.members.map((member) =>
    member.username === user ? { ...member, online } : member
  );
  // One's own coming and going, in another window, is no news.
  if (user === room.me) return { ...room, members };
  const log = withNotice(room.log, room.notices, { type: online ? "entered" : "left", user });
  return { ...room, members, log, notices: room.notices + 1 };
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
  const log = withNotice(room.log, room.notices, { type: "members", added, removed, by });
  return { ...room, members, log, notices: room.notices + 1 };
}
