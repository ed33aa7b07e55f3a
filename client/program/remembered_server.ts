import { isAbsolute, join } from "node:path";
import { addressText, parseServerAddress, type ServerAddress } from "../shared/server_address.ts";

/**
 * The folder of this program's settings, by the custom of the platform (XDG Base Directory Specification on Linux);
 * null where the environment names none.
 */
export function settingsFolder(
  os: typeof Deno.build.os,
  environment: (name: string) => string | undefined,
): string | null {
  const under = (base: string | undefined, ...path: string[]) =>
    base !== undefined && (os === "windows" ? base !== "" : isAbsolute(base))
      ? join(base, ...path, "chung")
      : null;
  if (os === "windows") return under(environment("APPDATA"));
  if (os === "darwin") return under(environment("HOME"), "Library", "Application Support");
  return under(environment("XDG_CONFIG_HOME")) ?? under(environment("HOME"), ".config");
}

/** The address of the server last used, in a small file of the person's: `{"server":"tls://HOST:PORT"}`. */
export class RememberedServer {
  readonly #folder: string;
  readonly #report: (line: string) => void;
  /** What the file holds, or should. */
  #text: string | null = null;

  /** @param folder is made when something is remembered */
  constructor(folder: string, report: (line: string) => void) {
    this.#folder = folder;
    this.#report = report;
  }

  get path(): string {
    return join(this.#folder, "settings.json");
  }

  /** Null when nothing is remembered. A file that can't be used is told of, and counts as none. */
  read(): ServerAddress | null {
    try {
      const { server } = JSON.parse(Deno.readTextFileSync(this.path)) ?? {};
      const address = typeof server === "string" ? parseServerAddress(server) : null;
      if (address === null) {
        throw new Error('it has no "server" of the form HOST:PORT or tls://HOST:PORT');
      }
      this.#text = addressText(address);
      return address;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) this.#tell("is ignored", error);
      return null;
    }
  }

  /** Writes the file where it holds another address. Failing at it is told once for an address. */
  write(server: ServerAddress): void {
    const text = addressText(server);
    if (text === this.#text) return;
    this.#text = text;
    try {
      Deno.mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      // Made for its owner only; renamed, so that a crash leaves the file before or the one after.
      const draft = Deno.makeTempFileSync({ dir: this.#folder, prefix: "settings." });
      try {
        Deno.writeTextFileSync(draft, `${JSON.stringify({ server: text })}\n`);
        Deno.renameSync(draft, this.path);
      } catch (error) {
        Deno.removeSync(draft);
        throw error;
      }
    } catch (error) {
      this.#tell("can't be written", error);
    }
  }

  #tell(what: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#report(`chung: ${this.path} ${what}: ${reason.replace(/\s+/g, " ")}`);
  }
}
