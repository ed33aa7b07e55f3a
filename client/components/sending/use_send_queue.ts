import { useEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../../../lib/model/message.ts";
import type { QueueOptions } from "./queue/open_queue.ts";
import type { FieldQueue } from "./queue/field_queue.tsx";
import type { PendingMessage } from "./queue/send_queue.ts";

type Loaded = typeof import("./queue/loaded_queue.ts");

interface Options extends Omit<QueueOptions, "onChange"> {
  /** The user's own messages that the page shows initially. */
  shown(): Message[];
}

/** The send queue of a room's page, and the component that shows what is in it. */
export interface Sending {
  pending: readonly PendingMessage[];
  PendingLines: Loaded["PendingLines"] | undefined;
  /** The queue; null until it is loaded. */
  queue(): FieldQueue | null;
  /** Loads the queue; null when that is done. */
  prepare(): Promise<void> | null;
  /** Retries at once after a failure. */
  retry(): void;
}

/** Loads the send queue when somebody writes, or to resume with what an earlier page left. */
export function useSendQueue({ shown, ...options }: Options): Sending {
  const [pending, onChange] = useState<readonly PendingMessage[]>([]);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const queue = useRef<FieldQueue | null>(null);
  const resumes = useRef(false);

  async function load(): Promise<void> {
    const loaded = await import("./queue/loaded_queue.ts");
    if (queue.current !== null) return;
    setLoaded(loaded);
    queue.current = loaded.openQueue({ ...options, onChange }, resumes.current ? shown() : null);
  }

  function resume(): void {
    if (resumes.current && queue.current === null) load().catch(() => {});
  }

  useEffect(() => {
    const { storage } = options;
    resumes.current = storage.keys(storage.key("pending ")).length > 0;
    resume();
  }, []);

  return {
    pending,
    PendingLines: loaded?.PendingLines,
    queue: () => queue.current,
    prepare: () => queue.current === null ? load() : null,
    retry() {
      queue.current?.retry();
      resume();
    },
  };
}
