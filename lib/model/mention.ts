const MENTION = /@([A-Za-z0-9][A-Za-z0-9._-]{0,255})/g;
/**
 * Matches the two UTF-16 units before an @ that is part of a word, such as an email address. A regular expression with
 * lookbehind would fail in Safari before 16.4.
 */
const WITHIN_WORD = /^.?[\p{L}\p{M}\p{N}_@]$/su;

/** A mention in a message: `message.slice(from, to)` is `@` and the name as written. */
export interface Mention {
  from: number;
  to: number;
  /** In lower case, as passed to `isName`. */
  name: string;
}

/**
 * Finds the mentions in a message. A name may end with punctuation, as in `@an.`, which could mean `an.` or `an`: the
 * longest existing name is taken.
 * @param isName whether a user has this name, given in lower case
 */
export function mentionsIn(message: string, isName: (name: string) => boolean): Mention[] {
  const found: Mention[] = [];
  if (!message.includes("@")) return found;
  for (const { 1: written, index } of message.matchAll(MENTION)) {
    if (WITHIN_WORD.test(message.slice(Math.max(0, index - 2), index))) continue;
    let name = written.toLowerCase();
    while (!isName(name) && /[._-]$/.test(name)) name = name.slice(0, -1);
    if (isName(name)) found.push({ from: index, to: index + 1 + name.length, name });
  }
  return found;
}
