/**
 * The text that is sent for what was typed, as the server stores it: without blank lines before it and white space
 * after it. The first of several lines keeps its indentation, as code needs it.
 */
export function sentText(typed: string): string {
  const text = typed.replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/^(?:[^\S\n]*\n)+/, "")
    .trimEnd();
  return text.includes("\n") ? text : text.trim();
}
