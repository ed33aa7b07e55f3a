/** One request with its response, or one event (docs/PROTOCOL.md, "Log files"). */
export interface AuditEntry {
  /** The file is named for it: the action word, `event`, `invalid` or `connection`. */
  file: string;
  /** The Vietnamese name. */
  name: string;
  type: string;
  /** The username, or null when nobody is logged in. */
  user: string | null;
  /** With its secrets masked. */
  request: string;
  /** With its secrets masked. */
  response: string;
  /** Characters (Unicode code points) of the response behind that; none by default. */
  responseLeft?: number;
  /** Unix milliseconds. */
  at: number;
}

const RULE = "-".repeat(55);

/** The maximum length of a field in characters (Unicode code points). */
export const MAX_CHARACTERS = 2_000;

/**
 * Formats one entry for the file, with its last line break; long texts are cut as the protocol says.
 * @param timestamp as from `LocalTime`
 */
export function formatEntry(entry: AuditEntry, timestamp: string): string {
  return formatHead(entry) + formatBody(entry, timestamp);
}

/** Formats the part that entries of one action have in common. */
export function formatHead({ name, type }: AuditEntry): string {
  return `${RULE}\nActionName: ${fieldText(name)}\nActionType: ${fieldText(type)}\nUser: `;
}

/** Formats the part after the head. */
export function formatBody(entry: AuditEntry, timestamp: string): string {
  const { user, request, response, responseLeft = 0 } = entry;
  return `${fieldText(user ?? "anonymous user")}\nMessageRequest: ${fieldText(request)}\n` +
    `MessageResponse: ${fieldText(response, responseLeft)}\nTimestamp: ${timestamp}\n${RULE}\n`;
}

/**
 * Characters that end a line for some reader, control a terminal, or reorder text on display: C0, DEL, C1, line and
 * paragraph separator, and the controls of bidirectional text.
 */
// deno-lint-ignore no-control-regex
const UNSAFE = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const EACH_UNSAFE = new RegExp(UNSAFE, "g");

/** Cuts a field and puts it on one line, escaped as in JSON: a field that holds JSON still holds the same JSON. */
function fieldText(whole: string, left = 0): string {
  const text = whole.length + left <= MAX_CHARACTERS ? whole : cut(whole, left);
  return UNSAFE.test(text) ? text.replace(EACH_UNSAFE, escape) : text;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escape(character: string): string {
  return SHORT_ESCAPES[character] ??
    `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function cut(text: string, behind: number): string {
  let kept = 0;
  let end = 0;
  while (kept < MAX_CHARACTERS && end < text.length) {
    end += isPair(text, end) ? 2 : 1;
    kept++;
  }
  const left = text.slice(end);
  const rest = left.length - (left.match(PAIRS)?.length ?? 0) + behind;
  if (rest === 0) return text;
  return `${text.slice(0, end)}… (cut ${withCommas(rest)} character${rest === 1 ? "" : "s"})`;
}

/** Matches characters of two UTF-16 units. */
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Whether one character takes two UTF-16 units there. */
function isPair(text: string, place: number): boolean {
  return (text.charCodeAt(place) & 0xfc00) === 0xd800 &&
    (text.charCodeAt(place + 1) & 0xfc00) === 0xdc00;
}

function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
