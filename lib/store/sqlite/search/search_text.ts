import { fewerMarks } from "../../../model/fewer_marks.ts";

/** Matches a word, or a piece of a long one. Each pictograph, such as an emoji, is a separate word. */
const WORD = /[\p{L}\p{M}\p{N}]{1,128}|\p{Extended_Pictographic}/gu;

/** Matches invisible characters, such as soft hyphens and emoji variation selectors, which don't separate words. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Matches a Vietnamese word ending in two vowels whose tone mark is on the second, as in the newer spelling, instead of
 * the first: `hoá` and `hóa` are the same word.
 */
const TONE_ON_SECOND = /(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])$/;
const VOWELS_AND_TONE = /(o[ae]|uy)(\p{M})$/u;

/**
 * A word in its two search forms. Both are the same whether the text was composed or decomposed, in either case, and
 * with the tone mark on either vowel; `folded` also has no accents.
 */
export interface Word {
  exact: string;
  folded: string;
}

/** Whether a text is words and white space alone. */
export function isOfWords(text: string): boolean {
  return fewerMarks(text).normalize("NFKC").replace(INVISIBLE, "").replace(WORD, "").trim() === "";
}

export function wordsIn(text: string): Word[] {
  return split(plainText(text)).map((word) => ({
    exact: FORMS.exact(word),
    folded: FORMS.folded(word),
  }));
}

/** The words of a text in one of their forms; `plain`: the text as `plainText` gives it. */
export function formsIn(plain: string, form: keyof Word): string[] {
  return split(plain).map(FORMS[form]);
}

/** Whether a word in its exact form has no accents. */
export function isUnaccented(exact: string): boolean {
  return fold(exact) === exact;
}

/** A text as it is searched in, whatever the case and the way its characters are composed. */
export function plainText(text: string): string {
  const visible = fewerMarks(text).normalize("NFKC").replace(INVISIBLE, "");
  // Normalized again, because a letter's lower case can be composed otherwise. What was invisible may have parted marks.
  return fewerMarks(visible).toLowerCase().normalize("NFKC");
}

const FORMS: Record<keyof Word, (word: string) => string> = {
  exact: withToneOnFirst,
  folded: fold,
};

/** Normalized before splitting, because one character can become several: `⑴` becomes `(1)`. */
function split(plain: string): string[] {
  return plain.match(WORD) ?? [];
}

function withToneOnFirst(word: string): string {
  if (!TONE_ON_SECOND.test(word)) return word;
  return word.normalize("NFD")
    .replace(VOWELS_AND_TONE, (_, vowels, tone) => vowels[0] + tone + vowels[1])
    .normalize("NFC");
}

function fold(exact: string): string {
  const folded = exact.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
  // Never empty, so that both forms of a text have the same number of words.
  return folded === "" ? exact : folded;
}

/**
 * Returns the index token of a word, prefixed with its room, so that a search reads only the entries of its own room,
 * however large others are. The tokenizer of the index keeps it as one token.
 */
export function token(projectId: number, form: string): string {
  return `${projectId}_${form}`;
}
