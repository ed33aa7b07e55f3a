import { useEffect, useReducer, useRef } from "preact/hooks";
import type { RoomState } from "../../room/room_state.ts";
import { chipCode, type LogChips, type LogChipsOptions } from "./log_chips.ts";

/** The chips of the messages that tasks were made of, with code that is loaded for the first of them. */
export function useTaskChips({ log, connected }: RoomState, options: LogChipsOptions): LogChips {
  const [, changed] = useReducer<number, void>((times) => times + 1, 0);
  const draw = chipCode.draw?.(options);
  const chips = useRef<LogChips>({ ...options, draw, changed, lines: [] }).current;
  useEffect(() => {
    const { messages } = log;
    if (chips.draw || messages.some(({ task_id }) => task_id)) {
      // Where loading fails, it is tried again at the next change of the log.
      import("./task_chips.ts").then(({ follow }) => follow(chips, messages), () => {});
    } else chips.lines = [];
  }, [log, connected]);
  return chips;
}
