import type { Distrust } from "../shared/distrust.ts";

/** The authorities that vouch for servers besides those that Deno knows; tells the operator of servers without one. */
export class ServerTrust {
  /** Certificates in PEM. */
  readonly authorities: string[];
  readonly #report: (line: string) => void;
  /** The last reason told for each server: every attempt fails for the same one, in words that name the time. */
  readonly #told = new Map<string, Distrust>();

  constructor(authorities: string[] = [], report: (line: string) => void = () => {}) {
    this.authorities = authorities;
    this.#report = report;
  }

  /** Tells the operator why this server gets no connection, once until another reason comes up. */
  tell(server: string, distrust: Distrust, reason: string): void {
    if (this.#told.get(server) === distrust) return;
    this.#told.set(server, distrust);
    const line = reason.replace(/\s+/g, " ");
    this.#report(`chung: no safe connection to ${server}, nothing was sent: ${line}`);
  }

  /** A connection was made: a later problem is a new one. */
  forget(server: string): void {
    this.#told.delete(server);
  }
}

/**
 * The certificates of authorities in a PEM file.
 * @throws {Error} one line: it can't be read, or holds none
 */
export function readAuthorities(file: string): string[] {
  let text: string;
  try {
    text = Deno.readTextFileSync(file);
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, " ");
    throw new Error(
      `${file} can't be read: check --ca (CHUNG_CA) and who may read it (${reason})`,
      {
        cause: error,
      },
    );
  }
  try {
    if (!text.includes("-----BEGIN CERTIFICATE-----")) throw new Error("no certificate");
    // Only to see whether they can be used: else the first connection would tell.
    Deno.createHttpClient({ caCerts: [text] }).close();
  } catch (cause) {
    const form = "--ca (CHUNG_CA) takes a PEM file with -----BEGIN CERTIFICATE-----";
    throw new Error(`${file} holds no certificate that can be used: ${form}`, { cause });
  }
  return [text];
}

/** Why no TLS connection came about; null where the server just could not be reached. */
export function distrustOf(error: unknown): Distrust | null {
  if (!(error instanceof Deno.errors.InvalidData)) return null;
  if (!error.message.includes("invalid peer certificate")) return "tls_absent";
  if (/CaUsedAsEndEntity/.test(error.message)) return "tls_authority";
  if (/not valid for name|NotValidForName/i.test(error.message)) return "tls_wrong_name";
  return /expired|not valid yet|NotValidYet/i.test(error.message) ? "tls_expired" : "tls_untrusted";
}
