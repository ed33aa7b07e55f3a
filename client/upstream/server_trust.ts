import type { Distrust } from "../shared/distrust.ts";

/** The certificate authorities trusted in addition to Deno's own. Reports servers that fail authentication. */
export class ServerTrust {
  /** PEM certificates. */
  readonly authorities: string[];
  readonly #report: (line: string) => void;
  /** The last reported reason by server. The messages can't be compared: those of one reason may differ in a time. */
  readonly #told = new Map<string, Distrust>();

  constructor(authorities: string[] = [], report: (line: string) => void = () => {}) {
    this.authorities = authorities;
    this.#report = report;
  }

  /** Reports why a server is not connected to, unless this reason was the last one reported for it. */
  tell(server: string, distrust: Distrust, reason: string): void {
    if (this.#told.get(server) === distrust) return;
    this.#told.set(server, distrust);
    const line = reason.replace(/\s+/g, " ");
    this.#report(`chung: no safe connection to ${server}, nothing was sent: ${line}`);
  }

  /** Forgets what was reported for a server, once a connection succeeds, so that a later failure is reported again. */
  forget(server: string): void {
    this.#told.delete(server);
  }
}

/**
 * Reads the certificates of authorities from a PEM file.
 * @throws {Error} with a one-line message, if the file can't be read or holds no usable certificate
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
    // Fails on unusable certificates now rather than at the first connection.
    Deno.createHttpClient({ caCerts: [text] }).close();
  } catch (cause) {
    const form = "--ca (CHUNG_CA) takes a PEM file with -----BEGIN CERTIFICATE-----";
    throw new Error(`${file} holds no certificate that can be used: ${form}`, { cause });
  }
  return [text];
}

/** Classifies a failed TLS connection; returns null if trust isn't the reason. */
export function distrustOf(error: unknown): Distrust | null {
  if (!(error instanceof Deno.errors.InvalidData)) return null;
  if (!error.message.includes("invalid peer certificate")) return "tls_absent";
  if (/CaUsedAsEndEntity/.test(error.message)) return "tls_authority";
  if (/not valid for name|NotValidForName/i.test(error.message)) return "tls_wrong_name";
  return /expired|not valid yet|NotValidYet/i.test(error.message) ? "tls_expired" : "tls_untrusted";
}
