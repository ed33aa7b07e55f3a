import type { FeedEvents } from "../../shared/shared_events.ts";

/** A message from a tab to the hub that holds the browser's stream. */
export type TabMessage =
  /** The first, with the name of the tab's life lock. Ends what the tab had subscribed to before. */
  | { hello: string }
  /** Subscribes to the events at a URL; `key` is new each time. */
  | { open: number; url: string }
  | { close: number }
  /** The tab goes, or is about to be frozen. */
  | { bye: true };

/** A message from the hub to a tab. */
export type HubMessage =
  /** The hub runs, and expects `hello`; with the name of its life lock. */
  | { ready: string }
  | { key: number; events: FeedEvents["events"] }
  /** The stream is broken; the hub opens it again. */
  | { key: number; lost: true };
