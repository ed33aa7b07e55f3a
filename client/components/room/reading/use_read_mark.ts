import { useRef } from "preact/hooks";
import type { MarkOptions, ReadMark } from "./read_mark.ts";

/** Reports read messages to the server, with code that is loaded for the first of them. */
export function useReadMark(options: MarkOptions) {
  const mark = useRef<ReadMark | null>(null);
  const seen = useRef(options.lastRead);

  async function report(): Promise<void> {
    if (mark.current === null && seen.current > options.lastRead) {
      const { ReadMark } = await import("./read_mark.ts");
      mark.current ??= new ReadMark(options);
    }
    mark.current?.saw(seen.current);
  }

  return {
    /** Records the newest message on the screen. */
    saw(message: number): void {
      seen.current = Math.max(seen.current, message);
      // If loading fails, it is tried again at the next scroll or reconnection, like what could not be sent.
      report().catch(() => {});
    },
    /** Retries a failed mark. */
    retry: () => void report().catch(() => {}),
  };
}
