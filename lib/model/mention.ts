/** A name after an @ that stands at the beginning of a word; the rest of a word that has one, as in an address, is none. */
const MENTION = /(?<![\p{L}\p{M}\p{N}_@])@([A-Za-z0-9][A-Za-z0-9._-]{0,255})/gu;

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
  for (const match of message.matchAll(MENTION)) {
    let name = match[1].toLowerCase();
    while (!isName(name) && /[._-]$/.test(name)) name = name.slice(0, -1);
    if (isName(name)) found.push({ from: match.index, to: match.index + 1 + name.length, name });
  }
  return found;
}
