/** UTF-16 units of the longest text that is composed: no password of 72 bytes has a form as long. */
const LONGEST = 600;

/**
 * A password in Unicode's NFC, as it is hashed and compared. Null for one that is too long in every form: composing
 * takes time that grows with the square of the marks on one letter, and whoever sends a password may be anybody.
 */
export function composedPassword(password: string): string | null {
  return password.length > LONGEST ? null : password.normalize("NFC");
}
