import { typedDay } from "../search/typed_day.ts";
import { dayFrom } from "../board/due_day.ts";
import { namedDay, weekdayNamed } from "./day_names.ts";

/** Words at one end of a text that name a day. */
export interface DayWords {
  count: number;
  /** The moment at which the day begins in the local time zone. */
  day: Date;
}

/** The end of a text at which something is written. */
export type TextEnd = "first" | "last";

/** Words before a day that say no more than that it is one. Without accents some of them are other words. */
const BEFORE_DAYS = new Set([
  ...["ngày", "hạn", "trước", "đến", "vào"],
  ...["by", "on", "due", "before", "until"],
]);

/** The most words that are read as one day: `trước ngày thứ sáu tuần sau`. */
const MOST_WORDS = 6;

/**
 * Finds a day in the first or the last words of a text, as people write it in Vietnamese and English.
 * @param today any moment of it
 */
export function dayAt(end: TextEnd, words: readonly string[], today: Date): DayWords | null {
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const some = end === "first" ? words.slice(0, count) : words.slice(-count);
    const day = dayIn(some, dayFrom(today, 0));
    if (day !== null) return { count, day };
  }
  return null;
}

/** Whether a word can only be meant as a day, but the calendar doesn't have it: `31/2`, `2026-13-01`. */
export function isNoDay(word: string): boolean {
  const text = plain(word);
  const [, day, , month] = /^(\d\d?)([-/])(\d\d?)(?:\2\d{4})?$/.exec(text) ?? [];
  const meant = /^\d{4}-\d\d?-\d\d?$/.test(text) || /[-/]\d{4}$/.test(text) ||
    (text.includes("/") && isUpTo(31, day) && isUpTo(12, month));
  return meant && /^[\d/-]+$/.test(text) && typedDay(text, { since: new Date(0) }) === null;
}

function isUpTo(most: number, figures = ""): boolean {
  return Number(figures) >= 1 && Number(figures) <= most;
}

function dayIn(words: readonly string[], today: Date): Date | null {
  // Mai is a name too.
  if (words.at(-1) === "Mai") return null;
  const name = words.map(plain);
  for (let from = 0; from < name.length; from++) {
    const rest = name.slice(from);
    const day = writtenDay(rest, today) ?? namedDay(rest.join(" "), today);
    if (day !== null) return day;
    if (from === 2 || !BEFORE_DAYS.has(name[from])) break;
  }
  return null;
}

/** A day in figures, alone or behind its weekday. A number with dots is a version, unless it ends with a year. */
function writtenDay(words: readonly string[], today: Date): Date | null {
  const figures = words.at(-1)!;
  if (figures.includes(".") && !/\.\d{4}$/.test(figures)) return null;
  const day = typedDay(figures, { since: today });
  const weekday = words.slice(0, -1).join(" ").replace(/ ngày$/, "");
  return weekday === "" || day?.getDay() === weekdayNamed(weekday) ? day : null;
}

function plain(word: string): string {
  return word.normalize("NFC").toLowerCase().replace(/[,:;]$/, "");
}
