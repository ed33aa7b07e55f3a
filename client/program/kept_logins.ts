import { Buffer } from "node:buffer";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { join } from "node:path";
import type { KeyedLogin, LoginKeeper } from "../session/login_table.ts";
import { fileProblem, writePrivateFile } from "./private_file.ts";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
/** As AES-GCM recommends; random, which is safe for many more writes than a key will see. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps the logins of one client in a file of the settings folder, encrypted with the key in another: whoever gets hold
 * of one of the two has nothing.
 */
export class KeptLogins implements LoginKeeper {
  readonly #folder: string;
  readonly #report: (line: string) => void;
  readonly #name: string;
  #failed = false;

  /**
   * @param pages `HOST:PORT` where the client serves its pages: each client has its own logins
   * @param folder created on the first write
   */
  constructor(folder: string, pages: string, report: (line: string) => void) {
    this.#folder = folder;
    this.#report = report;
    this.#name = `logins-${pages.replace(/[^A-Za-z0-9.]+/g, "-")}`;
  }

  get path(): string {
    return join(this.#folder, this.#name);
  }

  get keyPath(): string {
    return join(this.#folder, "logins-key");
  }

  /** Returns the logins. A file that can't be used is reported and ignored. */
  read(): KeyedLogin[] {
    let sealed: Uint8Array;
    try {
      sealed = Deno.readFileSync(this.path);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) this.#tell(error);
      return [];
    }
    const key = this.#readKey();
    if (key !== null) {
      try {
        return JSON.parse(this.#opened(sealed, key));
      } catch {
        // The cipher tells no more than that it is not what was written.
      }
    }
    this.#tell(`${key === null ? "its key can't be used" : "it is damaged or has another key"}`);
    return [];
  }

  /** Writes the logins. The first failure is reported. */
  write(logins: KeyedLogin[]): void {
    try {
      writePrivateFile(
        this.path,
        this.#sealed(JSON.stringify(logins), this.#readKey() ?? this.#makeKey()),
      );
      this.#failed = false;
    } catch (error) {
      if (!this.#failed) {
        const what = "can't be written, so people log in again after a restart";
        this.#report(fileProblem(this.path, what, error));
      }
      this.#failed = true;
    }
  }

  /** Returns the key; null if it is missing, damaged, or could have been read by others. */
  #readKey(): Uint8Array | null {
    try {
      const { mode } = Deno.statSync(this.keyPath);
      if (Deno.build.os !== "windows" && ((mode ?? 0) & 0o077) !== 0) return null;
      const key = Deno.readFileSync(this.keyPath);
      return key.length === KEY_BYTES ? key : null;
    } catch {
      return null;
    }
  }

  #makeKey(): Uint8Array {
    const key = randomBytes(KEY_BYTES);
    writePrivateFile(this.keyPath, key);
    return key;
  }

  #sealed(text: string, key: Uint8Array): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce);
    cipher.setAAD(this.#purpose());
    const body = [cipher.update(text, "utf8"), cipher.final()];
    return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), ...body]));
  }

  #opened(sealed: Uint8Array, key: Uint8Array): string {
    const body = NONCE_BYTES + TAG_BYTES;
    if (sealed.length < body) throw new Error("too short");
    const cipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES));
    cipher.setAAD(this.#purpose());
    cipher.setAuthTag(sealed.subarray(NONCE_BYTES, body));
    return cipher.update(sealed.subarray(body), undefined, "utf8") + cipher.final("utf8");
  }

  /** Part of the seal, so that the file of another client, or of another format, doesn't open. */
  #purpose(): Uint8Array {
    return new TextEncoder().encode(`1 ${this.#name}`);
  }

  #tell(reason: unknown): void {
    this.#report(fileProblem(this.path, "is ignored, so people log in again", reason));
  }
}
