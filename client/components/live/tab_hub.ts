import type { HubMessage, TabMessage } from "./hub_messages.ts";
import type { onLifeEnd } from "./life_lock.ts";
import { StreamHub } from "./stream_hub.ts";

export { StreamHub };

type Post = (message: TabMessage) => void;

interface Here {
  /** Names the server and the user in every request, with `?`. */
  query: string;
  /** The name of the channel and the lock of the tabs that may share a hub. */
  channel: string;
  signal: AbortSignal;
  /** Passed in, because a lazily loaded script shares no small modules with another one. */
  onLifeEnd: typeof onLifeEnd;
  heard(message: HubMessage): void;
}

/** Connects to a hub without a worker: in the tab that has a lock, else in this page for it alone. */
export function connectHere(here: Here): Post {
  if ("BroadcastChannel" in globalThis && navigator.locks !== undefined) return throughLeader(here);
  const hub = new StreamHub(here.query, here.onLifeEnd);
  here.signal.addEventListener("abort", () => hub.close());
  return hub.connect(here.heard);
}

/** A message on the channel of a browser's tabs and their leader. */
type ChannelMessage =
  | { from: string; message: TabMessage }
  /** `to` is absent when the message is for every tab. */
  | { to?: string; message: HubMessage };

function throughLeader(here: Here): Post {
  const id = Math.random().toString(36);
  const channel = new BroadcastChannel(here.channel);
  channel.onmessage = ({ data }: MessageEvent<ChannelMessage>) => {
    if (!("from" in data) && (data.to ?? id) === id) here.heard(data.message);
  };
  const { signal } = here;
  signal.addEventListener("abort", () => channel.close());
  navigator.locks.request(here.channel, { signal }, () => lead(here)).catch(() => {});
  return (message) => channel.postMessage({ from: id, message } satisfies ChannelMessage);
}

/** Runs the hub in this tab until `signal` aborts. */
function lead({ query, channel: name, signal, onLifeEnd }: Here): Promise<void> {
  const hub = new StreamHub(query, onLifeEnd);
  const channel = new BroadcastChannel(name);
  const tabs = new Map<string, Post>();
  const post = (message: ChannelMessage) => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<ChannelMessage>) => {
    if (!("from" in data)) return;
    const { from, message } = data;
    if ("hello" in message && !tabs.has(from)) {
      tabs.set(from, hub.connect((message) => post({ to: from, message })));
    }
    tabs.get(from)?.(message);
    if ("bye" in message) tabs.delete(from);
  };
  post({ message: { ready: "" } });
  return new Promise((end) =>
    signal.addEventListener("abort", () => {
      hub.close();
      channel.close();
      end();
    })
  );
}
