import type { ListEvent, Numbered, RoomEvent, StreamEvent } from "./live_events.ts";

/** The name of the project list among the feeds of a shared stream. The others are rooms, named by the browser. */
export const LIST_FEED = "list";

/** Events of one feed, in order, each as `[type, data, id]`; `over` if the browser has to open it again for more. */
export interface FeedEvents {
  feed: string;
  events: [
    type: (RoomEvent | ListEvent)["type"],
    data: (RoomEvent | ListEvent)["data"],
    id?: Numbered<RoomEvent>["id"],
  ][];
  over?: true;
}

/** An event of the stream that the tabs of a browser share. */
export type SharedEvent =
  /** The first: the key names the stream in requests that change its feeds. */
  | { type: "stream"; data: { key: string } }
  | { type: "feed"; data: FeedEvents }
  /** The end of the stream for all tabs. */
  | Exclude<StreamEvent, { type: "connection" }>;
