import { basename, join } from "node:path";

/** The time of a backup in its name, so that names sort by time: `chung-2026-11-27T134026Z.tar.gz`. */
const NAME = /^chung-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz(?:\.age)?$/;
/** The folder in which the next one is being made. */
const SCRATCH = ".chung-backup.unfinished";

/** The backups in the folder of a schedule. Only whole and checked ones have a name there. */
export class KeptBackups {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The time of the newest, in Unix milliseconds; null if there is none. */
  newest(): number | null {
    const [name] = this.#names();
    return name === undefined ? null : timeOf(name);
  }

  /** Makes an empty folder for the next backup; what a crash left there is removed. */
  makeScratch(): string {
    Deno.mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.removeScratch();
    const scratch = join(this.#folder, SCRATCH);
    Deno.mkdirSync(scratch, { mode: 0o700 });
    return scratch;
  }

  removeScratch(): void {
    try {
      Deno.removeSync(join(this.#folder, SCRATCH), { recursive: true });
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }

  /** Returns the path for a backup. @param madeAt Unix milliseconds */
  pathFor(madeAt: number, encrypted: boolean): string {
    const time = new Date(madeAt).toISOString().slice(0, 19).replaceAll(":", "");
    return join(this.#folder, `chung-${time}Z.tar.gz${encrypted ? ".age" : ""}`);
  }

  /** Removes all but the newest ones; the one at `made` counts as the newest, whatever the clock said. */
  prune(keep: number, made: string): void {
    const others = this.#names().filter((name) => name !== basename(made));
    for (const name of others.slice(keep - 1)) Deno.removeSync(join(this.#folder, name));
  }

  /** Their names, newest first. */
  #names(): string[] {
    try {
      return [...Deno.readDirSync(this.#folder)].map(({ name }) => name)
        .filter((name) => NAME.test(name)).sort().reverse();
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return [];
      throw error;
    }
  }
}

function timeOf(name: string): number {
  const [, day, hours, minutes, seconds] = NAME.exec(name)!;
  return Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
}
