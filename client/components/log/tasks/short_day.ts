import { twoDigits } from "../../chat_time.ts";

/** The day of a moment in the local time zone, `YYYY-MM-DD`. */
export function todayOf(now: Date): string {
  const year = String(now.getFullYear()).padStart(4, "0");
  return `${year}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** A day, `YYYY-MM-DD`, as people here write it: `1/12`, in another year `1/12/2027`. */
export function shortDay(day: string, now: Date): string {
  const [year, month, date] = day.split("-").map(Number);
  return year === now.getFullYear() ? `${date}/${month}` : `${date}/${month}/${year}`;
}
