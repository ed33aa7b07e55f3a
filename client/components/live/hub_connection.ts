import type { HubMessage, TabMessage } from "./hub_messages.ts";
import { holdLifeLock, onLifeEnd } from "./life_lock.ts";

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

  /** Loads the hub, which most tabs don't run themselves. */
  #withoutWorker(query: string, signal: AbortSignal, heard: (message: HubMessage) => void): void {
    void loadHub(signal).then((loaded) => {
      if (loaded === null) return;
      // Tabs of another build have a hub of their own.
      const channel = `chung live ${FILE}${query}`;
      this.post = loaded.connectHere({ query, channel, signal, onLifeEnd, heard });
      // A hub in another tab, which runs already, has said so before.
      heard({ ready: "" });
    });
  }
}

/** Tries again until `signal` aborts; then resolves to null. */
async function loadHub(signal?: AbortSignal): Promise<typeof import("./tab_hub.ts") | null> {
  while (!signal?.aborted) {
    const loaded = await import("./tab_hub.ts").catch(() => null);
    if (loaded !== null) return signal?.aborted ? null : loaded;
    await new Promise((over) => setTimeout(over, RETRY_MS));
  }
  return null;
}

/** Serves tabs from a shared worker, whose name is the query of its requests. */
function serveTabs(scope: { name: string; onconnect: (event: MessageEvent) => void }): void {
  const hub = loadHub().then((loaded) => new loaded!.StreamHub(scope.name, onLifeEnd));
  const lock = holdLifeLock(new AbortController().signal);
  scope.onconnect = async ({ ports: [port] }) => {
    const receive = (await hub).connect((message) => port.postMessage(message));
    port.onmessage = ({ data }) => receive(data);
    port.addEventListener("close", () => receive({ bye: true }));
    port.postMessage({ ready: await lock } satisfies HubMessage);
  };
}

if ("onconnect" in globalThis) serveTabs(globalThis as never);
