import { dayText } from "../../shared/tasks/day_text.ts";
import { twoDigits } from "../chat_time.ts";

/** How soon a task is due: overdue, today, later in this week, after it, or without a day. */
export type DueState = "late" | "today" | "week" | "later" | "none";

/** The day of a date in the local time zone, `YYYY-MM-DD`. */
export function dayOf(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, "0")}-${twoDigits(date.getMonth() + 1)}-${
    twoDigits(date.getDate())
  }`;
}

/** Midnight of a day (`YYYY-MM-DD`) in the local time zone. */
export function localDate(day: string): Date {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}

/** Midnight of the day that is some days from the one of a date, in the local time zone. */
export function dayFrom(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

/** How soon `due`, a day or null, is. Weeks end on Sunday. */
export function dueState(due: string | null, now: Date): DueState {
  if (due === null) return "none";
  const today = dayOf(now);
  if (due <= today) return due === today ? "today" : "late";
  const sunday = dayFrom(now, (7 - now.getDay()) % 7);
  return due <= dayOf(sunday) ? "week" : "later";
}

interface DueTexts {
  today: string;
  yesterday: string;
  tomorrow: string;
}

/** The day as people here write it: `24/11`, or `24/11/2027` in another year. */
export function shortDay(day: string, now: Date): string {
  const [year, month, date] = day.split("-").map(Number);
  return year === now.getFullYear() ? `${date}/${month}` : dayText(day);
}

/** The same, but for the days next to today, which have names. */
export function dueText(due: string, now: Date, texts: DueTexts): string {
  const near = [[-1, texts.yesterday], [0, texts.today], [1, texts.tomorrow]] as const;
  for (const [days, text] of near) {
    if (dayOf(dayFrom(now, days)) === due) return text;
  }
  return shortDay(due, now);
}
