/** One request with its response, or one event (docs/PROTOCOL.md, "Log files"). */
export interface AuditEntry {
  /** The action word, `event`, `invalid` or `connection`: what the file is named for. */
  file: string;
  /** The Vietnamese name. */
  name: string;
  type: string;
  /** The username, or null when nobody is known. */
  user: string | null;
  /** With its secrets masked. */
  request: string;
  /** With its secrets masked. */
  response: string;
  /** Unix milliseconds. */
  at: number;
}

/** An entry whose request and response are cut as the protocol says. */
export interface CutEntry extends AuditEntry {
  readonly cut: true;
}

const RULE = "-".repeat(55);

/** Longest text of a field in characters (Unicode code points). */
const MAX_CHARACTERS = 2_000;

/**
 * One entry as it stands in the file, with its last line break.
 * @param timestamp as from `LocalTime`
 */
export function formatEntry(entry: CutEntry, timestamp: string): string {
  return `${RULE}\nActionName: ${fieldText(entry.name)}\nActionType: ${fieldText(entry.type)}\n` +
    `User: ${fieldText(entry.user ?? "anonymous user")}\n` +
    `MessageRequest: ${fieldText(entry.request)}\nMessageResponse: ${fieldText(entry.response)}\n` +
    `Timestamp: ${timestamp}\n${RULE}\n`;
}

/**
 * What could end a line somewhere, steer a terminal, or show text in another order than it stands in: C0, DEL, C1,
 * line and paragraph separator, and the controls of bidirectional text.
 */
// deno-lint-ignore no-control-regex
const UNSAFE = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const EACH_UNSAFE = new RegExp(UNSAFE, "g");

/** A field on one line; escaped as in JSON, so that JSON stays the same JSON. */
function fieldText(text: string): string {
  return UNSAFE.test(text) ? text.replace(EACH_UNSAFE, escape) : text;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escape(character: string): string {
  return SHORT_ESCAPES[character] ??
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The entry with its long texts cut, in memory of their own. */
export function cutEntry(entry: AuditEntry): CutEntry {
  const { request, response } = entry;
  return { ...entry, request: cutCopy(request), response: cutCopy(response), cut: true };
}

function cutCopy(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  // A slice would keep all of the text that it was taken from.
  return JSON.parse(JSON.stringify(cut(text)));
}

function cut(text: string): string {
  let kept = 0;
  let end = 0;
  while (kept < MAX_CHARACTERS && end < text.length) {
    end += isPair(text, end) ? 2 : 1;
    kept++;
  }
  let rest = 0;
  for (let place = end; place < text.length; place += isPair(text, place) ? 2 : 1) rest++;
  if (rest === 0) return text;
  return `${text.slice(0, end)}… (cut ${withCommas(rest)} character${rest === 1 ? "" : "s"})`;
}

/** Whether one character takes two places there. */
function isPair(text: string, place: number): boolean {
  return (text.charCodeAt(place) & 0xfc00) === 0xd800 &&
    (text.charCodeAt(place + 1) & 0xfc00) === 0xdc00;
}

function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
