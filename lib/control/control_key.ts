import { createHmac, timingSafeEqual } from "node:crypto";

/** Bytes of a key, and of what a command sends to be proved. */
const BYTES = 32;

/** A new key, or a challenge, in hexadecimal. */
export function randomHex(): string {
  return crypto.getRandomValues(new Uint8Array(BYTES))
    .reduce((hex, byte) => hex + byte.toString(16).padStart(2, "0"), "");
}

/** Proves that one has the key, without telling it: HMAC-SHA-256 of a challenge. */
export function proofOf(key: string, challenge: string): string {
  return createHmac("sha256", key).update(challenge).digest("hex");
}

/** Compares in a time that tells nothing. */
export function isSame(left: string, right: string): boolean {
  const encoder = new TextEncoder();
  const [one, other] = [encoder.encode(left), encoder.encode(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
