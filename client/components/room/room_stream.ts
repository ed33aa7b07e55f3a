import type { Cursor } from "../../shared/cursor.ts";
import type { RoomEvent, StreamEvent } from "../../shared/live_events.ts";
import { LiveStream } from "../live_stream.ts";

const TYPES = [
  "chat",
  "edit",
  "delete",
  "enter",
  "leave",
  "typing",
  "members",
  "project",
  "mention",
  "presence",
] as const;

interface RoomStreamOptions {
  /** Where the events of the room are, with a query. */
  url: string;
  /** What the page has of the room at first. */
  cursor: Cursor;
  onEvent(event: RoomEvent): void;
  /** The stream broke; it is being opened again. */
  onLost(): void;
}

/** Listens to a room; see LiveStream. */
export class RoomStream extends LiveStream<Exclude<RoomEvent, StreamEvent>> {
  constructor({ url, cursor, onEvent, onLost }: RoomStreamOptions) {
    // What was heard counts and not what the log holds: answers and pages overtake events.
    let after = `${cursor.message}.${cursor.change}`;
    super({
      types: TYPES,
      url: () => `${url}&after=${after}`,
      onEvent(event, id) {
        if (id !== "") after = id;
        onEvent(event);
      },
      onLost,
    });
  }
}
