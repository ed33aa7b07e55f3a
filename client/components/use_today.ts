import { useEffect, useState } from "preact/hooks";
import { untilMidnight } from "./chat_time.ts";

/** The current date as a state that changes after each midnight. */
export function useToday(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), untilMidnight(now));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
