import { isDay } from "../../../../lib/model/task.ts";

/** Whether `1/12` is the first of December or the twelfth of January. */
export type DayOrder = "day_first" | "month_first";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Two numbers and a year, as in 1/12/2026, 1-12-26 and 1.12.2026, and a time of any form. */
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,T].*)?$/;

/**
 * The order that the dates of a column show: a number above 12 is a day. Null where no date tells.
 * @returns "mixed" where some tell the one and some the other
 */
export function orderOf(cells: readonly string[]): DayOrder | "mixed" | null {
  let [dayFirst, monthFirst] = [false, false];
  for (const cell of cells) {
    const [, first, , second] = NUMBERS.exec(cell.trim()) ?? [];
    dayFirst ||= Number(first) > 12;
    monthFirst ||= Number(second) > 12;
  }
  if (dayFirst && monthFirst) return "mixed";
  return dayFirst ? "day_first" : monthFirst ? "month_first" : null;
}

/** Whether a date could be read in two ways. */
export function isUnclear(cell: string): boolean {
  const [, first, , second] = NUMBERS.exec(cell.trim()) ?? [];
  return first !== undefined && first !== second;
}

/**
 * The day of a cell as `YYYY-MM-DD`, in this machine's time zone where it has a time with one; null for none, also
 * where Go's programs write the year 1.
 * @returns undefined if it can't be read
 */
export function dueDay(cell: string, order: DayOrder): string | null | undefined {
  const text = cell.trim();
  if (text === "" || text === "-" || /^0001-01-01/.test(text)) return null;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[ T])/.exec(text);
  if (iso !== null) {
    const zoned = /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? new Date(text) : null;
    if (zoned !== null && !Number.isNaN(zoned.getTime())) {
      return day(zoned.getFullYear(), zoned.getMonth() + 1, zoned.getDate());
    }
    return day(iso[1], iso[2], iso[3]);
  }
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [, first, , second, year] = numbers;
    const full = year.length === 2 ? `20${year}` : year;
    return order === "day_first" ? day(full, second, first) : day(full, first, second);
  }
  const named = /^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})\b/.exec(text);
  const turned = /^(?:[A-Za-z]{3,9},? )?(\d{1,2}) ([A-Za-z]{3})[a-z]*\.?,? (\d{4})\b/.exec(text);
  const [month, date, year] = named?.slice(1) ?? [turned?.[2], turned?.[1], turned?.[3]];
  const place = MONTHS.indexOf(month?.toLowerCase() ?? "");
  return place < 0 ? undefined : day(year!, place + 1, date!);
}

function day(
  year: string | number,
  month: string | number,
  date: string | number,
): string | undefined {
  const two = (value: string | number) => String(value).padStart(2, "0");
  const text = `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
  return isDay(text) ? text : undefined;
}
