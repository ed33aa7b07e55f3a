const DAY = 24 * 60 * 60 * 1_000;
/** The first time, in Unix ms, whose year has five digits. */
const YEAR_10000 = 253_402_300_800_000;

let day = { start: 0, text: "1970-01-01T" };

/**
 * Formats a time as `Date.prototype.toISOString` does, in a fraction of the time if consecutive calls are of one day,
 * as for the messages of a page.
 * @throws {RangeError} if the time is outside the range of Date
 */
export function isoTime(unixMs: number): string {
  if (!(unixMs >= 0 && unixMs < YEAR_10000)) return new Date(unixMs).toISOString();
  const ms = Math.floor(unixMs);
  const time = ms % DAY;
  if (ms - time !== day.start) {
    day = { start: ms - time, text: new Date(ms).toISOString().slice(0, "1970-01-01T".length) };
  }
  const seconds = Math.floor(time / 1_000);
  const minutes = Math.floor(seconds / 60);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return `${day.text}${clock}.${three(time % 1_000)}Z`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function three(value: number): string {
  return value < 100 ? `0${two(value)}` : `${value}`;
}
