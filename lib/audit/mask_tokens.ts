/** Replaces a secret. */
export const MASK = "***";

/** `{"` in base64url: a token's first two parts begin with it. */
const PART_START = "eyJ";
/** Shorter runs of base64url's characters are no part by themselves, unless they begin as one. */
const MIN_PART = 20;
/** The signature's length: 32 bytes in base64url. */
const SIGNATURE = 43;

const CANDIDATES = /[\w-]{20,}|(?:\b|\\[nt])eyJ[\w-]{5,}/g;
/** Beside a part of a token, shorter runs may be pieces of it. */
const PIECES = /[\w-]{8,}/g;
/** Certainly no piece. */
const PLAIN_WORD = /^[A-Z]?[a-z_-]+$/;

/**
 * Masks whatever looks like a part of a token (JWT), anywhere in a line: also of a token that lacks its first letters,
 * is split, or was typed in another case (docs/PROTOCOL.md, "Log files"). The time is linear, however hostile the line.
 */
export function maskTokens(line: string): string {
  // Nearly every line ends here.
  if (!line.includes(PART_START) && !hasLongRun(line)) return line;
  for (const { 0: run, index } of line.matchAll(CANDIDATES)) {
    if (isTokenPart(run, line[index - 1] === "/")) {
      return line.replace(PIECES, (piece) => PLAIN_WORD.test(piece) ? piece : MASK);
    }
  }
  return line;
}

/** Looks at one character in `MIN_PART` of a line without a long run: many times as fast as a regular expression. */
function hasLongRun(line: string): boolean {
  for (let place = MIN_PART - 1; place < line.length; place += MIN_PART) {
    if (kindOf(line.charCodeAt(place)) === OTHER) continue;
    let start = place;
    while (start > 0 && kindOf(line.charCodeAt(start - 1)) !== OTHER) start--;
    while (place < line.length && kindOf(line.charCodeAt(place)) !== OTHER) place++;
    if (place - start >= MIN_PART) return true;
  }
  return false;
}

/** @param inPath whether it follows a `/`: links have random names in their paths */
function isTokenPart(run: string, inPath: boolean): boolean {
  // The letter before it is what is left of an escape.
  if (/^[nt]?eyJ/.test(run)) return true;
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
