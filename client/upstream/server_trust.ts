import type { Distrust } from "../shared/distrust.ts";

/** Whom this process trusts besides the authorities that Deno knows, and who is told of a server that it doesn't. */
export const trust: { authorities: string[]; report: (line: string) => void } = {
  authorities: [],
  report: () => {},
};

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

/** What was told last, by the server: every new attempt would say the same. */
const told = new Map<string, string>();

/** Tells the operator why this server gets no connection, once until something else comes of it. */
export function tellDistrust(server: string, error: Error): void {
  if (told.get(server) === error.message) return;
  told.set(server, error.message);
  const reason = error.message.replace(/\s+/g, " ");
  trust.report(`chung: no safe connection to ${server}, nothing was sent: ${reason}`);
}

/** A connection came about: a later problem is a new one. */
export function forgetDistrust(server: string): void {
  told.delete(server);
}
