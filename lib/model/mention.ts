import { type Address, addressesIn } from "./addresses.ts";

/** Matches an @ and what may be a name, and what follows if it belongs to the same word or makes it an address. */
const MENTION = /@([A-Za-z0-9][A-Za-z0-9._-]{0,255})(?=([\p{L}\p{M}\p{N}_@]?))/gu;

/**
 * Matches the two UTF-16 units before an @ that is part of a word, such as an email address. The marks that make emoji,
 * as in ❤️ and 1️⃣, belong to no word. A regular expression with lookbehind would fail in Safari before 16.4.
 */
const WITHIN_WORD = /^.?(?![\uFE0E\uFE0F\u20E3])[\p{L}\p{M}\p{N}_@]$/su;

/** A mention in a message: `message.slice(from, to)` is `@` and the name as written. */
export interface Mention {
  from: number;
  to: number;
  /** In lower case, as passed to `isName`. */
  name: string;
}

/**
 * Finds the mentions in a message: an @ that begins a word in any script, with a name that ends where the word does,
 * outside addresses. A name may end with punctuation, as in `@an.`, which could mean `an.` or `an`: the longest existing
 * name is taken.
 * @param isName whether a user has this name, given in lower case
 * @param addresses the message's addresses, if they are already known
 */
export function mentionsIn(
  message: string,
  isName: (name: string) => boolean,
  addresses?: readonly Address[],
): Mention[] {
  const found: Mention[] = [];
  if (!message.includes("@")) return found;
  let at = 0;
  for (const { 1: written, 2: next, index } of message.matchAll(MENTION)) {
    if ((next !== "" && next !== "@") || !beginsWord(message, index)) continue;
    addresses ??= addressesIn(message);
    while (addresses[at]?.to <= index) at++;
    if (addresses[at]?.from <= index) continue;
    let name = written.toLowerCase();
    // A name right before an @ is part of an address.
    let taken = next === "" && isName(name);
    while (!taken && /[.-]/.test(name.slice(-1))) {
      name = name.slice(0, -1);
      taken = isName(name);
    }
    if (taken) found.push({ from: index, to: index + 1 + name.length, name });
  }
  return found;
}

/** Whether an @ at this place begins a word, and so may begin a mention. */
export function beginsWord(text: string, at: number): boolean {
  return !WITHIN_WORD.test(text.slice(Math.max(0, at - 2), at));
}
