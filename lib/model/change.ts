import type { Message } from "./message.ts";

interface MessageChange {
  projectId: number;
  /** The message as it is from now on. */
  message: Message;
  /** The username of who made the change. */
  by: string;
}

export interface MessageAdded extends MessageChange {
  kind: "message_added";
  authorId: number;
  /** How many messages the room has had up to this one. */
  ordinal: number;
  /** The members whose names are in it. */
  mentioned: readonly { id: number }[];
}

export interface MessageEdited extends MessageChange {
  kind: "message_edited";
  /** The members whose names were not in it before. */
  mentioned: readonly { id: number }[];
}

export interface MessageDeleted extends MessageChange {
  kind: "message_deleted";
  authorId: number;
}

/** A line of activity: nobody has it unread, and its author has no response that stands for it. */
export interface ActivityAdded extends MessageChange {
  kind: "activity_added";
  /** The members whom it concerns as a mention does. */
  mentioned?: readonly { id: number }[];
}

/**
 * A committed change of a project's log, as plain data. Rooms derive from it what each connection is told; an action
 * only states it. A further kind of change is a further member of this union.
 */
export type Change = MessageAdded | MessageEdited | MessageDeleted | ActivityAdded;
