import { createHash } from "node:crypto";

/**
 * The form in which the secret of a session or an invitation is stored: its SHA-256 in hexadecimal. The secrets are
 * random and long, so that this one can't be guessed back.
 */
export function storedSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
