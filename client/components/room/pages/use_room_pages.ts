import { useRef, useState } from "preact/hooks";
import type { RoomLog } from "../room_log.ts";
import type { PagesOptions, RoomPages } from "./room_pages.ts";

/** Loads pages of the log outside the window, with code that is loaded for the first of them. */
export function useRoomPages(options: Omit<PagesOptions, "onProblem">) {
  const [problem, onProblem] = useState<string | null>(null);
  const loaded = useRef<RoomPages | null>(null);

  async function pages(): Promise<RoomPages> {
    const { RoomPages } = await import("./room_pages.ts");
    return loaded.current ??= new RoomPages({ ...options, onProblem });
  }

  function failed(): void {
    onProblem(options.texts.error_unreachable);
  }

  return {
    problem,
    /** @param asked whether the user pressed a button, rather than scrolled near the window's edge */
    load(log: RoomLog, direction: "older" | "newer", asked = false): void {
      if (loaded.current !== null) loaded.current.load(log, direction, asked);
      // A scroll doesn't try again what has failed.
      else if (asked || problem === null) {
        pages().then((loaded) => loaded.load(log, direction, asked), failed);
      }
    },
    newest: (log: RoomLog) => void pages().then((loaded) => loaded.newest(log), failed),
  };
}
