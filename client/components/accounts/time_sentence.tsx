import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { clockTime } from "../chat_time.ts";

interface TimeSentenceProps {
  /** Has `{when}` where the time goes. */
  text: string;
  /** ISO 8601. */
  iso: string;
  now: Date;
  language: Language;
}

/** A sentence with a time as people say it, which `today.js` tells anew on a later day. */
export function TimeSentence({ text, iso, now, language }: TimeSentenceProps) {
  const [before, after = ""] = text.split("{when}");
  return (
    <>
      {before}
      <time dateTime={iso}>{spokenTime(iso, now, language)}</time>
      {after}
    </>
  );
}

/** The time in the local time zone: "today at 14:05", "25 November at 14:05"; of another year the day alone. */
export function spokenTime(iso: string, now: Date, language: Language): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const time = clockTime(iso);
  const inDays = (days: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toDateString();
  const day = at.toDateString();
  if (day === inDays(0)) return t(language, "when_today", { time });
  if (day === inDays(-1)) return t(language, "when_yesterday", { time });
  if (day === inDays(1)) return t(language, "when_tomorrow", { time });
  const month = t(language, "months").split(",")[at.getMonth()];
  const date = { day: at.getDate(), month, time, year: String(at.getFullYear()) };
  const ofThisYear = at.getFullYear() === now.getFullYear();
  return t(language, ofThisYear ? "when_day" : "when_day_of_year", date);
}
