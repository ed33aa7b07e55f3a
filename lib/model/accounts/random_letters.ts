/** Letters and digits that nobody takes for each other; five bits each. */
const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
/** 80 bits can't be guessed before the password is changed, and are read out in a breath. */
const PASSWORD_LENGTH = 16;

/** Random letters and digits, to be read out and typed. */
export function randomLetters(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** Makes a password up: `k7dm-…`, in groups of four. */
export function newPassword(): string {
  return randomLetters(PASSWORD_LENGTH).match(/.{4}/g)!.join("-");
}
