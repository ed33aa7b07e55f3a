import { truncates } from "bcryptjs";
import { ChungError } from "../errors.ts";
import { composedPassword } from "../model/accounts/composed_password.ts";
import type { PasswordJob, PasswordResult } from "./password_job.ts";

export interface PasswordsOptions {
  /** bcrypt's cost of new hashes: 2^cost rounds. */
  cost: number;
  /** Runs the jobs: `PasswordPool` in a server. */
  runner: PasswordRunner;
}

/** Computes what `Passwords` asks for. */
export interface PasswordRunner {
  /** @param address whose turn the job takes */
  run(job: PasswordJob, address: string): Promise<PasswordResult>;
  close(): void;
}

/** The format of a hash by bcrypt: version, cost, salt and digest. */
const HASH = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/;

/**
 * Hashes and checks passwords with bcrypt, in Unicode's NFC: systems and keyboards type the same letters composed or
 * decomposed. Every method rejects with what the runner rejects with.
 */
export class Passwords {
  readonly #cost: number;
  readonly #runner: PasswordRunner;

  constructor({ cost, runner }: PasswordsOptions) {
    this.#cost = cost;
    this.#runner = runner;
  }

  /**
   * @param address whose turn it takes
   * @throws ChungError `invalid_password` for more than bcrypt reads (72 bytes of UTF-8, no NUL)
   */
  async hash(password: string, address = ""): Promise<string> {
    const composed = composedPassword(password);
    if (composed === null || !isHashable(composed)) {
      throw new ChungError(
        "invalid_password",
        "a password has at most 72 bytes (an accented letter has 2 or 3) and no NUL",
      );
    }
    const job: PasswordJob = { kind: "hash", password: composed, cost: this.#cost };
    return await this.#runner.run(job, address) as string;
  }

  /**
   * Whether the password is the one of the hash; at once, and without bcrypt, for one that nobody can have. Hashes made
   * before passwords were composed know them as they were sent, so that form is tried as well.
   * @param hash null for an unknown user: false, after the same time as for a wrong password
   * @param address whose turn it takes
   */
  async verify(password: string, hash: string | null, address = ""): Promise<boolean> {
    const forms = hashableForms(password);
    if (forms.length === 0) return false;
    if (hash !== null && !HASH.test(hash)) throw new Error("a stored password is no bcrypt hash");
    for (const form of forms) {
      const job: PasswordJob = { kind: "verify", password: form, hash, cost: this.#cost };
      if (await this.#runner.run(job, address)) return true;
    }
    return false;
  }

  /** Closes the runner. */
  close(): void {
    this.#runner.close();
  }
}

/** Whether anybody can have this password. */
export function isPossiblePassword(password: string): boolean {
  return hashableForms(password).length > 0;
}

/** The forms in which a password is compared, each once, the composed one first. */
function hashableForms(password: string): string[] {
  const composed = composedPassword(password);
  return composed === null ? [] : [...new Set([composed, password])].filter(isHashable);
}

/** bcrypt reads 72 bytes, and repeats a key after a NUL: `a` and `a\0a` would be the same password. */
function isHashable(password: string): boolean {
  return !truncates(password) && !password.includes("\0");
}
