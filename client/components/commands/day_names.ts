import { dayFrom } from "../board/due_day.ts";
import { foldName } from "../completion/fold_name.ts";

type DayFinder = (today: Date) => Date | null;

/** The weekdays from Sunday on, as `Date` counts them. `thu` alone is none: `doanh thu` ends with it. */
const WEEKDAYS = [
  ["chủ nhật", "cn", "sunday", "sun"],
  ["thứ hai", "thứ 2", "t2", "monday", "mon"],
  ["thứ ba", "thứ 3", "t3", "tuesday", "tues", "tue"],
  ["thứ tư", "thứ 4", "t4", "wednesday", "wed"],
  ["thứ năm", "thứ 5", "t5", "thursday", "thurs", "thur"],
  ["thứ sáu", "thứ 6", "t6", "friday", "fri"],
  ["thứ bảy", "thứ bẩy", "thứ 7", "t7", "saturday", "sat"],
];

/** Days by their distance from today. */
const NEAR_DAYS = [
  ["hôm nay", "today"],
  ["ngày mai", "mai", "tomorrow"],
  ["ngày kia", "ngày mốt", "day after tomorrow", "the day after tomorrow"],
];

const THIS_WEEK = ["tuần này", "này", "this week"];
const NEXT_WEEK = ["tuần sau", "tuần tới", "next week"];
const THIS_WEEKEND = ["cuối tuần", "cuối tuần này", "weekend", "this weekend"];
const NEXT_WEEKEND = ["cuối tuần sau", "cuối tuần tới", "next weekend"];

const SATURDAY = 6;

/** The day that a name means, in lower case, with accents or wholly without; null where it is no day's, or over. */
export function namedDay(name: string, today: Date): Date | null {
  return FINDERS.get(name)?.(today) ?? null;
}

/** The weekday that a name means, as `Date` counts them; undefined where it means none. */
export function weekdayNamed(name: string): number | undefined {
  return WEEKDAY_OF.get(name);
}

const WEEKDAY_OF = new Map(
  WEEKDAYS.flatMap((names, weekday) => spellings(names).map((name) => [name, weekday])),
);

const FINDERS: ReadonlyMap<string, DayFinder> = new Map([
  ...NEAR_DAYS.flatMap((names, days) => named(names, (today) => dayFrom(today, days))),
  ...WEEKDAYS.flatMap(weekdayFinders),
  ...named(NEXT_WEEK, (today) => ofWeek(1, 1, today)),
  ...named(THIS_WEEKEND, (today) => today.getDay() === 0 ? today : ofWeek(0, SATURDAY, today)),
  ...named(NEXT_WEEKEND, (today) => ofWeek(1, SATURDAY, today)),
]);

function weekdayFinders(names: readonly string[], weekday: number): [string, DayFinder][] {
  const inWeek = (before: string, after: readonly string[]) =>
    names.flatMap((name) => [`${before} ${name}`, ...after.map((week) => `${name} ${week}`)]);
  return [
    // On a Friday, "Friday" is the next one: for this one there is "today".
    ...named(
      names.flatMap((name) => [name, `${name} tới`]),
      (today) => dayFrom(today, (weekday - today.getDay() + 6) % 7 + 1),
    ),
    ...named(inWeek("this", THIS_WEEK), (today) => {
      const day = ofWeek(0, weekday, today);
      return day < today ? null : day;
    }),
    ...named(inWeek("next", NEXT_WEEK), (today) => ofWeek(1, weekday, today)),
  ];
}

function ofWeek(weeks: number, weekday: number, today: Date): Date {
  const fromMonday = (day: number) => (day + 6) % 7;
  return dayFrom(today, weeks * 7 + fromMonday(weekday) - fromMonday(today.getDay()));
}

function named(names: readonly string[], find: DayFinder): [string, DayFinder][] {
  return spellings(names).map((name) => [name, find]);
}

function spellings(names: readonly string[]): string[] {
  return names.flatMap((name) => [name, foldName(name)]);
}
