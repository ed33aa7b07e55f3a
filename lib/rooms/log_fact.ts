import type { Message } from "../model/message.ts";

/** A member by id. */
interface Mentioned {
  readonly id: number;
}

/**
 * A change that a commit has made in a room's log, as plain data. Rooms.tell derives from it what each member hears.
 * Further kinds of entries in the log are further kinds here.
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
