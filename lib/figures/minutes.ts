import {
  MAX_MINUTES,
  MINUTE_FIGURES,
  type MinuteFigures,
  type MinuteLists,
} from "../model/figures/stats.ts";

export const MINUTE = 60_000;

/**
 * The figures of the last day by minute, kept in a file over a restart: a line of JSON for each minute. A line that a
 * crash cut off is left out, and so is what an edit spoils: they are figures, and nothing depends on them.
 */
export class Minutes {
  readonly #path: string;
  readonly #report: (line: string) => void;
  /** In the order of time. */
  readonly #minutes: MinuteFigures[] = [];
  /** Lines in the file that may be read; infinite when it has to be written anew. */
  #lines = Infinity;
  #failing = false;

  /** @param path the file, which need not exist */
  constructor(path: string, report: (line: string) => void) {
    this.#path = path;
    this.#report = report;
    let text = "";
    try {
      text = Deno.readTextFileSync(path);
    } catch {
      // There is none yet.
    }
    for (const line of text.split("\n")) {
      const minute = parseMinute(line);
      if (minute !== null) this.#put(minute);
    }
    if (this.#minutes.length === text.split("\n").length - 1) this.#lines = this.#minutes.length;
  }

  /** Adds a minute that is over, and keeps it. A file that can't be written is told to the operator once. */
  async add(minute: MinuteFigures): Promise<void> {
    this.#put(minute);
    try {
      if (this.#lines >= 2 * MAX_MINUTES) await this.#writeAll();
      else {
        await Deno.writeTextFile(this.#path, lineOf(minute), { append: true, mode: 0o600 });
        this.#lines++;
      }
      this.#failing = false;
    } catch (error) {
      // The line may stand there in part.
      this.#lines = Infinity;
      if (!this.#failing) this.#report(`${this.#path} can't be written: ${error}`);
      this.#failing = true;
    }
  }

  /**
   * The last minutes, those in which the server wasn't there included.
   * @param now Unix milliseconds
   */
  last(count: number, now: number): MinuteLists {
    const end = Math.floor(now / MINUTE);
    const known = new Map(this.#minutes.map((minute) => [numberOf(minute), minute]));
    const oldest = Math.min(end, ...known.keys());
    const first = Math.max(oldest, end - Math.min(count, MAX_MINUTES));
    const minutes = Array.from({ length: end - first }, (_, place) => known.get(first + place));
    const lists = MINUTE_FIGURES.map((figure) => [
      figure,
      minutes.map((minute) => minute?.[figure] ?? null),
    ]);
    return { since: new Date(first * MINUTE).toISOString(), ...Object.fromEntries(lists) };
  }

  /** Drops what is a day older; and what is later, which a clock said that was wrong. */
  #put(minute: MinuteFigures): void {
    const number = numberOf(minute);
    const minutes = this.#minutes;
    while (minutes.length > 0 && numberOf(minutes.at(-1)!) >= number) minutes.pop();
    while (minutes.length > 0 && numberOf(minutes[0]) <= number - MAX_MINUTES) minutes.shift();
    minutes.push(minute);
  }

  async #writeAll(): Promise<void> {
    const lines = this.#minutes.map(lineOf);
    const temporary = `${this.#path}.new`;
    await Deno.writeTextFile(temporary, lines.join(""), { mode: 0o600 });
    await Deno.rename(temporary, this.#path);
    this.#lines = lines.length;
  }
}

function lineOf(minute: MinuteFigures): string {
  return `${JSON.stringify(minute)}\n`;
}

function numberOf({ at }: MinuteFigures): number {
  return Math.floor(Date.parse(at) / MINUTE);
}

function parseMinute(line: string): MinuteFigures | null {
  try {
    const minute = JSON.parse(line);
    const whole = MINUTE_FIGURES.every((figure) =>
      Number.isFinite(minute[figure]) || figure.startsWith("delivery") && minute[figure] === null
    );
    return whole && Number.isFinite(numberOf(minute)) ? minute : null;
  } catch {
    return null;
  }
}
