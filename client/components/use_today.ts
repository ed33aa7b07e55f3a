import { useEffect, useState } from "preact/hooks";
import { onAttentionChange } from "./notifications/page_attention.ts";
import { untilMidnight } from "./chat_time.ts";

/** A timer stands still while the machine sleeps, and no event tells that the machine is awake again. */
const LOOK_AGAIN_MS = 60_000;

/** The current date as a state that changes with the day and the time zone. */
export function useToday(): Date {
  // Both from one moment: effects run later, when the zone may be another.
  const [{ now, seen }, setSeen] = useState(lookAtClock);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const then = lookAtClock();
      if (then.seen !== seen) return setSeen(then);
      timer = setTimeout(look, Math.min(untilMidnight(then.now), LOOK_AGAIN_MS));
    };
    look();
    const stopListening = onAttentionChange(look);
    addEventListener("pageshow", look);
    return () => {
      clearTimeout(timer);
      stopListening();
      removeEventListener("pageshow", look);
    };
  }, [seen]);
  return now;
}

function lookAtClock(): { now: Date; seen: string } {
  const now = new Date();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { now, seen: `${now.toDateString()} ${zone}` };
}
