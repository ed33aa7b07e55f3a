import type { Address } from "../../../lib/model/addresses.ts";

/**
 * A marked part of a line: from its opening marker to its closing one, with the content in between; an escape is a
 * backslash that is left out.
 */
export interface Span {
  kind: "bold" | "italic" | "code" | "escape";
  from: number;
  to: number;
  /** Length of each marker. */
  marker: number;
}

interface Token {
  text: string;
  from: number;
  to: number;
}

const TOKEN = /[*_]+|`+|\\|\n/g;

const KINDS: Record<string, "bold" | "italic" | undefined> = {
  "*": "bold",
  "**": "bold",
  "_": "italic",
};

/** Matches a letter of a word; the marks that make emoji belong to none. */
const WORD = /(?![\uFE0E\uFE0F\u20E3])[\p{L}\p{M}\p{N}_]/u;

/** Matches what may stand before an opening marker. Paths, patterns and emoticons have other signs there. */
const BEFORE_OPENING = /^$|[\s("'[{,;:!?|]|(?![\0-\x7f])[^\p{L}\p{M}\p{N}]|[\uFE0E\uFE0F\u20E3]/u;

/** Matches what may stand before a backslash that is left out: not a path, nor `¯\_(ツ)_/¯`. */
const BEFORE_ESCAPE = /^$|[\s("'[{]/;

/** Matches what no marker stands before where it opens, such as the end of `*.ts`. */
const NEVER_OPENED = /^$|[\s.,;:/\\?)\]}]/;

/** Finds what is marked within the lines of a text, in order. Takes time in proportion to the text's length. */
export function spansIn(source: string, addresses: readonly Address[]): Span[] {
  const tokens = [...source.matchAll(TOKEN)].map(({ 0: text, index }): Token => (
    { text, from: index, to: index + text.length }
  ));
  const closing = closingBackticks(source, tokens);
  const isInAddress = withinAny(source, addresses);
  const spans: Span[] = [];
  /** Opening markers of the line that may still be closed. */
  let opened = new Map<string, number>();
  for (let at = 0; at < tokens.length; at++) {
    const { text, from, to } = tokens[at];
    const before = characterBefore(source, from);
    if (text === "\n") {
      opened = new Map();
    } else if (text === "\\") {
      const next = tokens[at + 1];
      const escapes = BEFORE_ESCAPE.test(before) && next?.from === to && isMarker(next.text);
      if (!escapes) continue;
      spans.push({ kind: "escape", from, to, marker: 0 });
      at++;
    } else if (text[0] === "`") {
      const end = closing[at];
      if (end === undefined || before === "\\" || WORD.test(before)) continue;
      spans.push({ kind: "code", from, to: tokens[end].to, marker: text.length });
      at = end;
    } else if (isMarker(text) && !isInAddress(from)) {
      const after = characterAt(source, to);
      const opens = BEFORE_OPENING.test(before) && !NEVER_OPENED.test(after);
      const closes = /[^\s(\[{]/.test(before) && !WORD.test(after) && !/[/\\]/.test(after);
      let place = from;
      for (const marker of runsOf(text)) {
        const opening = closes ? opened.get(marker) : undefined;
        if (opening !== undefined) {
          spans.push({
            kind: KINDS[marker]!,
            from: opening,
            to: place + marker.length,
            marker: marker.length,
          });
          for (const [other, from] of opened) if (from >= opening) opened.delete(other);
        } else if (opens) {
          opened.set(marker, place);
        }
        place += marker.length;
      }
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

/** For each run of backticks the next one that closes it: of the same length, in the same line, at the end of a word. */
function closingBackticks(source: string, tokens: readonly Token[]): (number | undefined)[] {
  const closing: (number | undefined)[] = [];
  let next = new Map<number, number>();
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { text, to } = tokens[at];
    if (text === "\n") next = new Map();
    if (text[0] !== "`") continue;
    closing[at] = next.get(text.length);
    if (!WORD.test(characterAt(source, to))) next.set(text.length, at);
  }
  return closing;
}

/** Whether markers that stand together can mark something: two at most, so that rows of stars stay what they are. */
function isMarker(text: string): boolean {
  if (text[0] === "`") return true;
  const runs = /^[*_]{1,3}$/.test(text) ? runsOf(text) : [];
  return (runs.length === 1 || runs.length === 2) && runs.every((run) => run in KINDS);
}

function runsOf(text: string): string[] {
  return text.match(/\*+|_+/g)!;
}

/** Tells for places asked in order whether they are within an address; signs at its ends are not. */
function withinAny(source: string, addresses: readonly Address[]): (place: number) => boolean {
  const ranges = addresses.map(({ from, to }) => {
    while (from < to && /[*_]/.test(source[from])) from++;
    while (from < to && /[*_.,;:!?'")\]}]/.test(source[to - 1])) to--;
    return { from, to };
  });
  let at = 0;
  return (place) => {
    while (ranges[at]?.to <= place) at++;
    return ranges[at]?.from <= place;
  };
}

function characterBefore(text: string, at: number): string {
  const [character = ""] = text.slice(Math.max(at - 2, 0), at).match(/.$/su) ?? [];
  return character;
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}
