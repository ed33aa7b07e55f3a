/** Returns how many minutes local time is ahead of UTC at a moment (Unix milliseconds). */
export type OffsetMinutes = (at: number) => number;

/** Formats moments (Unix milliseconds) for the log files, in the server's time zone. */
export class LocalTime {
  readonly #offsetMinutes: OffsetMinutes;
  #second = NaN;
  #day = "";
  #beforeMilliseconds = "";
  #afterMilliseconds = "";

  constructor(offsetMinutes: OffsetMinutes = systemOffsetMinutes) {
    this.#offsetMinutes = offsetMinutes;
  }

  /** `30_10_2024` */
  day(at: number): string {
    this.#setSecond(at);
    return this.#day;
  }

  /** `2024-10-30 08:15:30.123 +07:00` */
  timestamp(at: number): string {
    this.#setSecond(at);
    const milliseconds = pad(Math.floor(at) - this.#second * 1000, 3);
    return `${this.#beforeMilliseconds}.${milliseconds} ${this.#afterMilliseconds}`;
  }

  /** Formats each second once for its many entries. */
  #setSecond(at: number): void {
    const second = Math.floor(at / 1000);
    if (second === this.#second) return;
    this.#second = second;
    const offset = this.#offsetMinutes(at);
    // Shifted, so that its UTC fields are the local ones.
    const local = new Date(second * 1000 + offset * 60_000);
    const year = pad(local.getUTCFullYear(), 4);
    const month = pad(local.getUTCMonth() + 1, 2);
    const date = pad(local.getUTCDate(), 2);
    const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()]
      .map((part) => pad(part, 2)).join(":");
    const minutes = Math.abs(offset);
    this.#day = `${date}_${month}_${year}`;
    this.#beforeMilliseconds = `${year}-${month}-${date} ${time}`;
    this.#afterMilliseconds = `${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60), 2)}:${
      pad(minutes % 60, 2)
    }`;
  }
}

function systemOffsetMinutes(at: number): number {
  return -new Date(at).getTimezoneOffset();
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
