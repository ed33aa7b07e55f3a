/** A day as people type it; they often leave out the year. */
interface TypedDay {
  day: number;
  month: number;
  year: number | null;
}

const YEAR_FIRST = /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/;
const DAY_FIRST = /^(?<day>\d{1,2})([-/.])(?<month>\d{1,2})(?:\2(?<year>\d{4}|\d\d))?$/;
/** The longest time between two days called 29/2. */
const MOST_YEARS = 8;

/**
 * Returns the moment at which a day begins in the local time zone; null if the text is no day. Days are written as the
 * page shows them, `1/11/2026`, or the other way round, `2026-11-01`.
 * @param near for a day without a year: the newest that isn't after `until`, or the first that isn't before `since`
 */
export function typedDay(text: string, near: { until: Date } | { since: Date }): Date | null {
  const typed = partsOf(text);
  if (typed === null) return null;
  if (typed.year !== null) return beginningOf(typed, typed.year);
  const [limit, step] = "until" in near ? [near.until, -1] : [near.since, 1];
  for (let years = 0; years <= MOST_YEARS; years++) {
    const day = beginningOf(typed, limit.getFullYear() + step * years);
    if (day !== null && (step < 0 ? day <= limit : day >= limit)) return day;
  }
  return null;
}

function partsOf(text: string): TypedDay | null {
  const parts = (YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups;
  if (parts === undefined) return null;
  const { day, month, year } = parts;
  return {
    day: Number(day),
    month: Number(month),
    year: year === undefined ? null : Number(year) + (year.length === 2 ? 2000 : 0),
  };
}

/** Null for a day that the year doesn't have. */
function beginningOf({ day, month }: TypedDay, year: number): Date | null {
  const date = new Date(year, month - 1, day);
  const same = date.getFullYear() === year && date.getMonth() === month - 1;
  return same && date.getDate() === day ? date : null;
}
