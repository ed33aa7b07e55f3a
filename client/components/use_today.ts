import { useEffect, useState } from "preact/hooks";
import { untilMidnight } from "./chat_time.ts";

/** A time of today, whenever that is: another one after each midnight. */
export function useToday(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), untilMidnight(now));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
