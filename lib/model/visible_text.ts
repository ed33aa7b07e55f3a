/**
 * Matches a character that leaves a mark: none of white space, controls, what Unicode says is ignored where it isn't
 * known (zero-width and bidirectional controls, Hangul fillers, variation selectors), and a few that are blank in every
 * font: U+2800 (Braille without dots), U+FFF9–U+FFFB (interlinear annotation) and U+1D159 (musical null notehead).
 */
const VISIBLE =
  /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}\u{2800}\u{fff9}-\u{fffb}\u{1d159}]/u;

/** Whether a reader would see anything of the text. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}
