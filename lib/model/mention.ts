const MENTION = /@([A-Za-z0-9][A-Za-z0-9._-]{0,255})/g;
/** The two UTF-16 units before an @ that is part of a word, as in an address: Safari before 16.4 can't look behind. */
const WITHIN_WORD = /^.?[\p{L}\p{M}\p{N}_@]$/su;

/** A piece of a message that mentions somebody: `message.slice(from, to)` is `@` and the name as it was written. */
export interface Mention {
  from: number;
  to: number;
  /** In lower case, as `isName` was asked. */
  name: string;
}

/**
 * Who is mentioned in a message. A name may end in the characters that end sentences, `@an.` as well as `@an`: the
 * longest that is one counts.
 * @param isName whether somebody has this name, in lower case
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
