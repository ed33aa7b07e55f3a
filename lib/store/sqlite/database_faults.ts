import { ChungError } from "../../errors.ts";
import type { Report } from "../../report.ts";
import { DatabaseDamaged } from "../failure.ts";
import { translateError } from "./sqlite_errors.ts";

/** Records faults of the database found at run time, and reports each to the operator once. */
export class DatabaseFaults {
  readonly #path: string;
  readonly #report: Report;
  #damage: DatabaseDamaged | null = null;
  #unreadable = false;

  /** @param path the name of the database in messages */
  constructor(path: string, report: Report) {
    this.#path = path;
    this.#report = report;
  }

  /** The damage found in the database, or null. Once there is any, nothing may be written. */
  get damage(): DatabaseDamaged | null {
    return this.#damage;
  }

  readWorked(): void {
    if (!this.#unreadable) return;
    this.#unreadable = false;
    this.#report("the database can be read again", "info");
  }

  /** Records the error of a failed read, and returns the error for its caller. */
  readFailed(error: unknown): unknown {
    const translated = translateError(error);
    this.noteDamage(translated);
    if (translated instanceof DatabaseDamaged || !(translated instanceof ChungError)) {
      return translated;
    }
    if (!this.#unreadable) this.#report(translated.message, "error");
    this.#unreadable = true;
    return translated;
  }

  noteDamage(error: unknown): void {
    if (!(error instanceof DatabaseDamaged) || this.#damage !== null) return;
    this.#damage = error;
    this.#report(
      `the database ${this.#path} is damaged (${error.reason}): nothing is written to it any more; ` +
        "stop the server and put a backup in its place",
      "error",
    );
  }
}
