/**
 * Matches what a spreadsheet may run as a formula: one of its first signs, full-width and small forms too, which some
 * fold, behind anything blank. TAB and CR count because they may be dropped before the cell is read.
 */
const FORMULA =
  /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|^[\t\r]/u;

/** A plain number, which stays one. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*%?$/;

/**
 * The text of a cell that no spreadsheet runs as a formula: an apostrophe before it makes it text (OWASP, "CSV
 * Injection"). One that the text has itself is doubled there, so that `cellText` gives back every text.
 */
export function harmlessCell(text: string): string {
  return isFormula(text.replace(/^'+/, "")) ? `'${text}` : text;
}

/** The text of which `harmlessCell` made this cell. */
export function cellText(cell: string): string {
  return cell.startsWith("'") && isFormula(cell.replace(/^'+/, "")) ? cell.slice(1) : cell;
}

function isFormula(text: string): boolean {
  return FORMULA.test(text) && !NUMBER.test(text);
}
