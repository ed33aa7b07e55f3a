import { useEffect, useState } from "preact/hooks";
import { onAttentionChange } from "./notifications/page_attention.ts";
import { untilMidnight } from "./chat_time.ts";

/** A timer stands still while the machine sleeps, and no event tells that the machine is awake again. */
const LOOK_AGAIN_MS = 60_000;

/** The current date as a state that changes with the day and the time zone. */
export function useToday(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const seen = dayAndZone(now);
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const then = new Date();
      if (dayAndZone(then) !== seen) return setNow(then);
      timer = setTimeout(look, Math.min(untilMidnight(then), LOOK_AGAIN_MS));
    };
    look();
    const stopListening = onAttentionChange(look);
    addEventListener("pageshow", look);
    return () => {
      clearTimeout(timer);
      stopListening();
      removeEventListener("pageshow", look);
    };
  }, [now]);
  return now;
}

function dayAndZone(date: Date): string {
  return `${date.toDateString()} ${new Intl.DateTimeFormat().resolvedOptions().timeZone}`;
}
