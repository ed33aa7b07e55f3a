import { isAbsolute, join } from "node:path";
import { addressText, parseServerAddress, type ServerAddress } from "../shared/server_address.ts";
import { fileProblem, writePrivateFile } from "./private_file.ts";

/**
 * The folder for user settings by platform convention (XDG Base Directory Specification on Linux); null where the
 * environment defines none.
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

/** Stores the address of the last used server in the user's settings file: `{"server":"tls://HOST:PORT"}`. */
export class RememberedServer {
  readonly #folder: string;
  readonly #report: (line: string) => void;
  /** The address in the file, as last read or attempted to write. */
  #text: string | null = null;

  /** @param folder created on the first write */
  constructor(folder: string, report: (line: string) => void) {
    this.#folder = folder;
    this.#report = report;
  }

  get path(): string {
    return join(this.#folder, "settings.json");
  }

  /** Returns the address, or null when there is none. An unusable file is reported and ignored. */
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

  /** Writes the address if it has changed. A failure is reported once per address. */
  write(server: ServerAddress): void {
    const text = addressText(server);
    if (text === this.#text) return;
    this.#text = text;
    try {
      const content = new TextEncoder().encode(`${JSON.stringify({ server: text })}\n`);
      writePrivateFile(this.path, content);
    } catch (error) {
      this.#tell("can't be written", error);
    }
  }

  #tell(what: string, error: unknown): void {
    this.#report(fileProblem(this.path, what, error));
  }
}
