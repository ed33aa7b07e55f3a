import type { Message } from "../model/message.ts";

/** A member by id. */
interface Mentioned {
  readonly id: number;
}

/**
 * What a commit has changed in a room's log, as plain data. What each member hears of it is derived from it where the
 * rooms and watchers are (Rooms.tell). Further kinds of entries of the log are further kinds here.
 */
export type LogFact =
  | {
    readonly kind: "message";
    readonly message: Message;
    readonly authorId: number;
    /** How many messages the room has had up to this one. */
    readonly ordinal: number;
    readonly mentioned: readonly Mentioned[];
    /** The connection by which it came: there the reply stands for the event. */
    readonly connectionId: number;
  }
  | {
    readonly kind: "edit";
    readonly message: Message;
    /** Members who were not mentioned before. */
    readonly mentioned: readonly Mentioned[];
  }
  | {
    readonly kind: "delete";
    readonly message: Message;
    readonly authorId: number;
    /** The username of who deleted it. */
    readonly by: string;
  };
