import { useEffect, useReducer, useRef } from "preact/hooks";
import type { RoomEvent } from "../../shared/live_events.ts";
import type { RoomView } from "../../shared/room_view.ts";
import { hasAttention, onAttentionChange } from "../notifications/page_attention.ts";
import { RenderBatch } from "./render_batch.ts";
import { initialRoom, roomAfterAll, type RoomChange, type RoomState } from "./room_state.ts";
import { RoomStream } from "./room_stream.ts";

interface Options {
  view: RoomView;
  me: string;
  /** The URL of the room's events, with a query. */
  url: string;
  /** Called for each event after it has been applied to the room. */
  onEvent(event: RoomEvent): void;
}

/** The room's state, updated by live events. */
export function useRoom({ view, me, url, onEvent }: Options): {
  room: RoomState;
  /** `now` renders immediately instead of with the next batch. */
  change(change: RoomChange, now?: boolean): void;
  /** Renders the pending changes immediately. */
  draw(): void;
} {
  const [room, changeAll] = useReducer(roomAfterAll, undefined, () => initialRoom(view, me));
  const batchRef = useRef<RenderBatch<RoomChange>>();
  const batch = batchRef.current ??= new RenderBatch(changeAll);
  const atEnd = useRef(room.atEnd);
  const hear = useRef(onEvent);
  hear.current = onEvent;

  function change(next: RoomChange, now = false): void {
    if (next.type === "attention") atEnd.current = next.data.atEnd;
    batch.add(next);
    if (now) batch.flush();
  }

  useEffect(() => {
    const update = () =>
      change({ type: "attention", data: { atEnd: atEnd.current, hasAttention: hasAttention() } });
    update();
    const stopListening = onAttentionChange(update);
    const stream = new RoomStream({
      url,
      cursor: view.cursor,
      onEvent(event) {
        // Others don't change the room, so they need no render.
        if (event.type !== "typing" && event.type !== "mention" && event.type !== "task") {
          change(event);
        }
        hear.current(event);
      },
      onLost: () => change({ type: "lost" }),
    });
    return () => {
      stopListening();
      stream.close();
      batch.close();
    };
  }, []);

  return { room, change, draw: () => batch.flush() };
}
