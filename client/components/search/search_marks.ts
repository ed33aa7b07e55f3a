/** A piece of a found message; `marked` when it matches the query. */
export interface MarkedPart {
  text: string;
  marked: boolean;
}

/** A word, including invisible characters such as soft hyphens; each symbol such as an emoji is a word of its own. */
const WORD = /[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}]+|\p{Extended_Pictographic}/gu;

/** Words of a query that count, as on the server (docs/PROTOCOL.md, `search`): thousands would stall a page. */
const MAX_WORDS = 32;

interface Word {
  from: number;
  to: number;
  folded: string;
}

/** A phrase of consecutive words; with `beginning`, the last word matches as a prefix. */
interface Term {
  words: string[];
  beginning: boolean;
}

/**
 * Splits a message at the matches of a query, ignoring case and accents and honouring quotes like the search itself;
 * joining the texts gives the message back. Only the matching part of a word is marked.
 */
export function searchMarks(message: string, query: string): MarkedPart[] {
  const words = wordsOf(message);
  const marks = termsOf(query).flatMap((term) => marksOf(message, words, term))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { from, to } of marks) {
    if (to <= at) continue;
    const begin = Math.max(from, at);
    if (begin > at) parts.push({ text: message.slice(at, begin), marked: false });
    parts.push({ text: message.slice(begin, to), marked: true });
    at = to;
  }
  if (at < message.length) parts.push({ text: message.slice(at), marked: false });
  return parts;
}

function termsOf(query: string): Term[] {
  // An unclosed quote runs to the end.
  const terms = query.split(/["“”]/).flatMap((part, index) => {
    const quoted = index % 2 === 1;
    return (quoted ? [part] : part.split(/\s+/))
      .map((text) => ({ words: wordsOf(text).map((word) => word.folded), beginning: !quoted }));
  });
  let left = MAX_WORDS;
  const counted = terms.map((term) => {
    const words = term.words.slice(0, left);
    left -= words.length;
    return { ...term, words };
  }).filter(({ words }) => words.length > 0);
  // Repeated words add no marks.
  return [...new Map(counted.map((term) => [JSON.stringify(term), term])).values()];
}

function marksOf(
  message: string,
  words: Word[],
  { words: asked, beginning }: Term,
): { from: number; to: number }[] {
  const last = asked.length - 1;
  return words.flatMap((word, at) => {
    const found = asked.every((one, place) => {
      const here = words[at + place]?.folded;
      return place === last && beginning ? here?.startsWith(one) : here === one;
    });
    if (!found) return [];
    const { from, to } = words[at + last];
    const length = beginningLength(message.slice(from, to), asked[last].length);
    return [{ from: word.from, to: from + length }];
  });
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = [...word].map(foldedCharacter).join("");
    if (folded !== "") words.push({ from: index, to: index + word.length, folded });
  }
  return words;
}

/** Folds characters one by one, so that positions in the original stay known. */
function foldedCharacter(character: string): string {
  if (character < "\u{80}") return character.toLowerCase();
  return character.normalize("NFKC").toLowerCase().normalize("NFKD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "").replaceAll("đ", "d");
}

/** The length of the prefix of `word` that folds to `length` characters, including the accents that follow. */
function beginningLength(word: string, length: number): number {
  let to = 0;
  let left = length;
  for (const character of word) {
    const { length } = foldedCharacter(character);
    if (left <= 0 && length > 0) break;
    left -= length;
    to += character.length;
  }
  return to;
}
