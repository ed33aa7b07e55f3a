import { twoDigits } from "../chat_time.ts";

/** How soon a task is due: overdue, today, later in this week, after it, or without a day. */
export type DueState = "late" | "today" | "week" | "later" | "none";

/** The day of a date in the local time zone, `YYYY-MM-DD`. */
export function dayOf(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, "0")}-${twoDigits(date.getMonth() + 1)}-${
    twoDigits(date.getDate())
  }`;
}

/** How soon `due`, a day or null, is. Weeks end on Sunday. */
export function dueState(due: string | null, now: Date): DueState {
  if (due === null) return "none";
  const today = dayOf(now);
  if (due <= today) return due === today ? "today" : "late";
  const sunday = new Date(
    now.getFullYear(),
    now.getMonth(),
    now.getDate() + (7 - now.getDay()) % 7,
  );
  return due <= dayOf(sunday) ? "week" : "later";
}

interface DueTexts {
  today: string;
  yesterday: string;
  tomorrow: string;
}

/** The day as people here write it: `today`, `24/11`, or `24/11/2027` in another year. */
export function dueText(due: string, now: Date, texts: DueTexts): string {
  const near = [[-1, texts.yesterday], [0, texts.today], [1, texts.tomorrow]] as const;
  for (const [days, text] of near) {
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
    if (dayOf(day) === due) return text;
  }
  const [year, month, day] = due.split("-").map(Number);
  return year === now.getFullYear() ? `${day}/${month}` : `${day}/${month}/${year}`;
}
