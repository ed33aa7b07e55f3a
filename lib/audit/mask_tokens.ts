/** Replaces a secret. */
export const MASK = "***";

/** `{"` in base64url: a token's first two parts begin with it. */
const PART_START = "eyJ";
/** Shorter runs of base64url's characters are no part by themselves, unless they begin as one. */
const MIN_PART = 20;
const MIN_BEGINNING = 8;
/** The signature's length: 32 bytes in base64url. */
const SIGNATURE = 43;

/** Beside a part of a token, shorter runs may be pieces of it. */
const PIECES = /[\w-]{8,}/g;
/** Certainly no piece. */
const PLAIN_WORD = /^[A-Z]?[a-z_-]+$/;

/**
 * Masks whatever looks like a part of a token (JWT), anywhere in a line: also of a token that lacks its first letters,
 * is split, or was typed in another case (docs/PROTOCOL.md, "Log files"). The time is linear, however hostile the line.
 */
export function maskTokens(line: string): string {
  if (!hasBeginning(line) && !hasLongPart(line)) return line;
  return line.replace(PIECES, (piece) => PLAIN_WORD.test(piece) ? piece : MASK);
}

/** Whether a run begins as a part does, however it is cut. */
function hasBeginning(line: string): boolean {
  for (let place = -1; (place = line.indexOf(PART_START, place + 1)) !== -1;) {
    if (!beginsRun(line, place)) continue;
    let end = place + PART_START.length;
    while (end < place + MIN_BEGINNING && isRunAt(line, end)) end++;
    if (end === place + MIN_BEGINNING) return true;
  }
  return false;
}

function beginsRun(line: string, place: number): boolean {
  if (!isRunAt(line, place - 1)) return true;
  // The letter of an escape belongs to no run.
  return line[place - 2] === "\\" && (line[place - 1] === "n" || line[place - 1] === "t");
}

/** Looks at one character in `MIN_PART` where there is no long run: many times as fast as a regular expression. */
function hasLongPart(line: string): boolean {
  for (let place = MIN_PART - 1; place < line.length; place += MIN_PART) {
    if (!isRunAt(line, place)) continue;
    let start = place;
    while (isRunAt(line, start - 1)) start--;
    while (isRunAt(line, place)) place++;
    if (place - start < MIN_PART) continue;
    if (isTokenPart(line.slice(start, place), line[start - 1] === "/")) return true;
  }
  return false;
}

function isRunAt(line: string, place: number): boolean {
  return place >= 0 && place < line.length && kindOf(line.charCodeAt(place)) !== OTHER;
}

/** @param inPath whether it follows a `/`: links have random names in their paths */
function isTokenPart(run: string, inPath: boolean): boolean {
  // The letter before it is what is left of an escape.
  if (/^[nt]?eyj.*[0-9]/i.test(run)) return true;
  if (inPath || !/[A-Z]/.test(run) || !/[a-z]/.test(run)) return false;
  return kindChanges(run) * (run.length === SIGNATURE ? 8 : 4) >= run.length;
}

/**
 * How often capitals, small letters and digits take turns, but for a capital before a small letter: seldom in words and
 * in names that are joined of words, often in random characters.
 */
function kindChanges(run: string): number {
  let changes = 0;
  let last = JOINT;
  for (let place = 0; place < run.length; place++) {
    const kind = kindOf(run.charCodeAt(place));
    if (kind === JOINT) continue;
    if (last !== JOINT && kind !== last && !(last === CAPITAL && kind === SMALL)) changes++;
    last = kind;
  }
  return changes;
}

const OTHER = 0;
/** `_` and `-`, which stand between words. */
const JOINT = 1;
const DIGIT = 2;
const CAPITAL = 3;
const SMALL = 4;

/** The kinds of base64url's characters, by code. */
const KINDS = new Uint8Array(128);
KINDS.fill(DIGIT, 0x30, 0x3a);
KINDS.fill(CAPITAL, 0x41, 0x5b);
KINDS.fill(SMALL, 0x61, 0x7b);
KINDS[0x2d] = KINDS[0x5f] = JOINT;

function kindOf(code: number): number {
  return code < 128 ? KINDS[code] : OTHER;
}
