import { ChungError } from "../../errors.ts";
import { DatabaseDamaged } from "../failure.ts";
import { translateError } from "./sqlite_errors.ts";

/** What has turned out of the database while it was used, and what its operator was told of it: each once. */
export class DatabaseFaults {
  readonly #path: string;
  readonly #report: (line: string) => void;
  #damage: DatabaseDamaged | null = null;
  #unreadable = false;

  /** @param path how the database is called in messages */
  constructor(path: string, report: (line: string) => void) {
    this.#path = path;
    this.#report = report;
  }

  /** Not null when part of the database was found damaged: nothing may be written to it then. */
  get damage(): DatabaseDamaged | null {
    return this.#damage;
  }

  readWorked(): void {
    if (!this.#unreadable) return;
    this.#unreadable = false;
    this.#report("the database can be read again");
  }

  /** Gives what the caller is told. */
  readFailed(error: unknown): unknown {
    const translated = translateError(error);
    this.noteDamage(translated);
    if (translated instanceof DatabaseDamaged || !(translated instanceof ChungError)) {
      return translated;
    }
    if (!this.#unreadable) this.#report(translated.message);
    this.#unreadable = true;
    return translated;
  }

  noteDamage(error: unknown): void {
    if (!(error instanceof DatabaseDamaged) || this.#damage !== null) return;
    this.#damage = error;
    this.#report(
      `the database ${this.#path} is damaged (${error.reason}): nothing is written to it any more; ` +
        "stop the server and put a backup in its place",
    );
  }
}
