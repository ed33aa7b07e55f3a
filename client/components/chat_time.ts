/** Formats `iso` in the local time zone: `14:05` today, `22/11 14:05` this year, else `22/11/2025 14:05`. */
export function chatTime(iso: string, now: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const time = clockTime(iso);
  if (at.toDateString() === now.toDateString()) return time;
  const day = `${twoDigits(at.getDate())}/${twoDigits(at.getMonth() + 1)}`;
  return at.getFullYear() === now.getFullYear()
    ? `${day} ${time}`
    : `${day}/${at.getFullYear()} ${time}`;
}

/** The time of day in the local time zone: `08:14`; "" if it is none. */
export function clockTime(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime())
    ? ""
    : `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** Milliseconds until the next midnight. */
export function untilMidnight(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
