import type { Cursor } from "../../shared/cursor.ts";
import type { RoomEvent, StreamEvent } from "../../shared/live_events.ts";
import { LiveStream } from "../live_stream.ts";

interface RoomStreamOptions {
  /** The URL of the room's events, with a query. */
  url: string;
  /** The part of the room's history that the page already has. */
  cursor: Cursor;
  onEvent(event: RoomEvent): void;
  /** Called when the stream breaks; it is then reopened automatically. */
  onLost(): void;
}

/** The live event stream of a room; see `LiveStream`. */
export class RoomStream extends LiveStream<Exclude<RoomEvent, StreamEvent>> {
  constructor({ url, cursor, onEvent, onLost }: RoomStreamOptions) {
    // Resume after the last event received, not after the log's end: replies and pages overtake events.
    let after = `${cursor.message}.${cursor.change}`;
    super({
      url: () => `${url}&after=${after}`,
      onEvent(event, id) {
        if (id !== "") after = id;
        onEvent(event);
      },
      onLost,
    });
  }
}
