import { twoDigits } from "../chat_time.ts";
import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";

type DateTexts = Pick<
  RoomTexts,
  "today" | "yesterday" | "weekdays" | "months" | "day_name" | "day_name_of_year" | "full_time"
>;

/** The name of a day in the local time zone: "Today", "Wednesday, 25 November", with its year if that is another. */
export function dayName(iso: string, now: Date, texts: DateTexts): string {
  const at = new Date(iso);
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (at.toDateString() === now.toDateString()) return texts.today;
  if (at.toDateString() === yesterday.toDateString()) return texts.yesterday;
  return dateName(
    at,
    at.getFullYear() === now.getFullYear() ? texts.day_name : texts.day_name_of_year,
    texts,
  );
}

/** The time in full: the day with its year, and the seconds. */
export function fullTime(iso: string, texts: DateTexts): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join(":");
  return fill(texts.full_time, { day: dateName(at, texts.day_name_of_year, texts), time });
}

function dateName(at: Date, text: string, { weekdays, months }: DateTexts): string {
  return fill(text, {
    weekday: weekdays.split(",")[at.getDay()],
    day: String(at.getDate()),
    month: months.split(",")[at.getMonth()],
    year: String(at.getFullYear()),
  });
}
