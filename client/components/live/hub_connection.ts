import type { HubMessage, TabMessage } from "./hub_messages.ts";
import { holdLifeLock, onLifeEnd } from "./life_lock.ts";
import type { StreamHub } from "./stream_hub.ts";

export interface HubConnection {
  post(message: TabMessage): void;
}

/** This module is a file of its own in a build, which tabs import and which the shared worker runs. */
const FILE = import.meta.url;

/** Milliseconds in which a shared worker answers; it may have failed without an error. */
const WORKER_MS = 10_000;

const RETRY_MS = 2_000;

/**
 * Connects to the hub with the browser's stream for one server and user: in a shared worker, else in the tab that has
 * a lock, else in this page for it alone. Where the hub ends, another follows. Ends when `signal` aborts.
 */
export function connectToHub(
  query: string,
  signal: AbortSignal,
  heard: (message: HubMessage) => void,
): HubConnection {
  const connection = new Connection();
  connection.begin(query, signal, heard);
  return connection;
}

class Connection implements HubConnection {
  post: (message: TabMessage) => void = () => {};

  begin(query: string, signal: AbortSignal, heard: (message: HubMessage) => void): void {
    if (signal.aborted) return;
    if ("SharedWorker" in globalThis) this.#inWorker(query, signal, heard);
    else this.#withoutWorker(query, signal, heard);
  }

  #inWorker(query: string, signal: AbortSignal, heard: (message: HubMessage) => void): void {
    const attempt = new AbortController();
    const worker = new SharedWorker(FILE, { type: "module", name: query });
    const { port } = worker;
    const stop = () => {
      clearTimeout(timer);
      attempt.abort();
      port.close();
      this.post = () => {};
    };
    const next = (way: () => void) => {
      if (attempt.signal.aborted) return;
      stop();
      if (!signal.aborted) way();
    };
    const otherwise = () => next(() => this.#withoutWorker(query, signal, heard));
    const again = () => next(() => this.begin(query, signal, heard));
    const timer = setTimeout(otherwise, WORKER_MS);
    worker.onerror = otherwise;
    port.onmessage = ({ data }: MessageEvent<HubMessage>) => {
      if (attempt.signal.aborted) return;
      if ("ready" in data) {
        clearTimeout(timer);
        worker.onerror = null;
        onLifeEnd(data.ready, attempt.signal, again);
      }
      heard(data);
    };
    port.addEventListener("close", again);
    this.post = (message) => port.postMessage(message);
    signal.addEventListener("abort", stop);
  }

  #withoutWorker(query: string, signal: AbortSignal, heard: (message: HubMessage) => void): void {
    if ("BroadcastChannel" in globalThis && navigator.locks !== undefined) {
      this.post = throughLeader(query, signal, heard);
    } else this.post = inPage(query, signal, heard);
  }
}

/** A message on the channel of a browser's tabs and their leader. */
type ChannelMessage =
  | { from: string; message: TabMessage }
  /** `to` is absent when the message is for every tab. */
  | { to?: string; message: HubMessage };

function throughLeader(
  query: string,
  signal: AbortSignal,
  heard: (message: HubMessage) => void,
): HubConnection["post"] {
  // Tabs of another build lead themselves.
  const name = `chung live ${FILE}${query}`;
  const id = Math.random().toString(36);
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<ChannelMessage>) => {
    if (!("from" in data) && (data.to ?? id) === id) heard(data.message);
  };
  signal.addEventListener("abort", () => channel.close());
  navigator.locks.request(name, { signal }, () => lead(name, query, signal)).catch(() => {});
  // A hub that runs already has said so before.
  heard({ ready: "" });
  return (message) => channel.postMessage({ from: id, message } satisfies ChannelMessage);
}

/** Runs the hub in this tab until `signal` aborts. */
async function lead(name: string, query: string, signal: AbortSignal): Promise<void> {
  const hub = await loadHub(query, signal);
  if (hub === null) return;
  const channel = new BroadcastChannel(name);
  const tabs = new Map<string, (message: TabMessage) => void>();
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
  await new Promise<void>((end) =>
    signal.addEventListener("abort", () => {
      hub.close();
      channel.close();
      end();
    })
  );
}

function inPage(
  query: string,
  signal: AbortSignal,
  heard: (message: HubMessage) => void,
): HubConnection["post"] {
  let post: HubConnection["post"] = () => {};
  void loadHub(query, signal).then((hub) => {
    if (hub === null) return;
    post = hub.connect(heard);
    signal.addEventListener("abort", () => hub.close());
    heard({ ready: "" });
  });
  return (message) => post(message);
}

/** Loads the hub, which most tabs don't run themselves. Tries again until `signal` aborts; then resolves to null. */
async function loadHub(query: string, signal: AbortSignal): Promise<StreamHub | null> {
  while (!signal.aborted) {
    const loaded = await import("./stream_hub.ts").catch(() => null);
    if (signal.aborted) break;
    if (loaded !== null) return new loaded.StreamHub(query, onLifeEnd);
    await new Promise((over) => setTimeout(over, RETRY_MS));
  }
  return null;
}

/** Serves tabs from a shared worker, whose name is the query of its requests. */
function serveTabs(scope: { name: string; onconnect: (event: MessageEvent) => void }): void {
  const { signal } = new AbortController();
  const loading = loadHub(scope.name, signal);
  const lock = holdLifeLock(signal);
  scope.onconnect = async ({ ports: [port] }) => {
    const hub = (await loading)!;
    const receive = hub.connect((message) => port.postMessage(message));
    port.onmessage = ({ data }) => receive(data);
    port.addEventListener("close", () => receive({ bye: true }));
    port.postMessage({ ready: await lock } satisfies HubMessage);
  };
}

if ("onconnect" in globalThis) serveTabs(globalThis as never);
