/** Letters that nobody takes for each other; five bits each. */
const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
/** 80 bits can't be guessed before the password is changed, and are read out in a breath. */
const GROUPS = 4;
const IN_A_GROUP = 4;

/** Makes a password up: `k7dm-…`, which can be read out and typed. */
export function newPassword(): string {
  const groups = Array.from({ length: GROUPS }, () => {
    const bytes = crypto.getRandomValues(new Uint8Array(IN_A_GROUP));
    return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  });
  return groups.join("-");
}
