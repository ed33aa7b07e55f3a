import { useEffect, useReducer, useRef } from "preact/hooks";
import type { RoomEvent } from "../../shared/live_events.ts";
import type { RoomView } from "../../shared/room_view.ts";
import { hasAttention, onAttentionChange } from "../notifications/page_attention.ts";
import { Batch } from "./batch.ts";
import { initialRoom, roomAfterAll, type RoomChange, type RoomState } from "./room_state.ts";
import { RoomStream } from "./room_stream.ts";

interface Options {
  view: RoomView;
  me: string;
  /** Where the events of the room are, with a query. */
  url: string;
  /** Hears each event after the room has taken it in. */
  onEvent(event: RoomEvent): void;
}

/** The room as its page knows it, with its live events. */
export function useRoom({ view, me, url, onEvent }: Options): {
  room: RoomState;
  /** `now`: drawn at once and not with what comes soon after. */
  change(change: RoomChange, now?: boolean): void;
  /** Draws at once what was heard so far. */
  draw(): void;
} {
  const [room, changeAll] = useReducer(roomAfterAll, undefined, () => initialRoom(view, me));
  const batchRef = useRef<Batch<RoomChange>>();
  const batch = batchRef.current ??= new Batch(changeAll);
  const atEnd = useRef(room.atEnd);
  const hear = useRef(onEvent);
  hear.current = onEvent;

  function change(next: RoomChange, now = false): void {
    if (next.type === "attention") atEnd.current = next.data.atEnd;
    batch.add(next);
    if (now) batch.flush();
  }

  useEffect(() => {
    const look = () =>
      change({ type: "attention", data: { atEnd: atEnd.current, looking: hasAttention() } });
    look();
    const stopLooking = onAttentionChange(look);
    const stream = new RoomStream({
      url,
      cursor: view.cursor,
      onEvent(event) {
        // These are no part of the room, which would be drawn for nothing.
        if (event.type !== "typing" && event.type !== "mention") change(event);
        hear.current(event);
      },
      onLost: () => change({ type: "lost" }),
    });
    return () => {
      stopLooking();
      stream.close();
      batch.close();
    };
  }, []);

  return { room, change, draw: () => batch.flush() };
}
