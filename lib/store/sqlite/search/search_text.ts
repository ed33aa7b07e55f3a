/** A word, of a long one the next piece; each symbol such as an emoji is a word of its own. */
const WORD = /[\p{L}\p{M}\p{N}]{1,128}|\p{Extended_Pictographic}/gu;

/** What is not seen, such as a soft hyphen or the selector of an emoji's style, divides no words. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Where a Vietnamese word ends in two vowels, its tone stands on the first or, by the newer spelling, on the second:
 * `hóa` and `hoá` are one word.
 */
const TONE_ON_SECOND = /(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])$/;
const VOWELS_AND_TONE = /(o[ae]|uy)(\p{M})$/u;

/**
 * A word in the two forms in which it is searched. Either has one form however the text was typed, composed or
 * decomposed, in either case, and wherever the tone was put; `folded` has no accents either.
 */
export interface Word {
  exact: string;
  folded: string;
}

export function wordsIn(text: string): Word[] {
  // Normalized before it is divided: what one character stands for can be several, `⑴` is `(1)`.
  const plain = text.normalize("NFKC").replace(INVISIBLE, "").toLowerCase().normalize("NFKC");
  return (plain.match(WORD) ?? [])
    .map((word) => ({ exact: withToneOnFirst(word), folded: fold(word) }));
}

function withToneOnFirst(word: string): string {
  if (!TONE_ON_SECOND.test(word)) return word;
  return word.normalize("NFD")
    .replace(VOWELS_AND_TONE, (_, vowels, tone) => vowels[0] + tone + vowels[1])
    .normalize("NFC");
}

function fold(exact: string): string {
  const folded = exact.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
  // Never empty, so that both forms of a text have as many words.
  return folded === "" ? exact : folded;
}

/**
 * A word as it stands in the index, with its room: a search reads what is of its own room alone, however much
 * others have said. The index's tokenizer takes all of it as one token.
 */
export function token(projectId: number, form: string): string {
  return `${projectId}_${form}`;
}
