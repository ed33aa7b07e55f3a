import { MAX_CHARACTERS } from "./audit_entry.ts";
import { MASK, maskTokens } from "./mask_tokens.ts";
import { isNearWord } from "./near_word.ts";

/** How one field of an action is masked. */
export interface MaskedField {
  /** Whether it is a password or a token. */
  secret: boolean;
  /** Whether it takes the rest of the line. */
  rest: boolean;
  /** Whether it is the name of somebody who is not logged in yet: people type their password in its place. */
  account: boolean;
}

/** The end of a request, as far as the masks depend on it. */
export interface RequestEnd {
  failed: boolean;
  /** Whether the name in the request is known to be an account's. */
  accountFound: boolean;
}

/** Longer lines are masked up to here, in UTF-16 units, where an entry shows no more of them. */
const MASKED_LENGTH = 8_192;

/** More than an entry shows of a field, and more than one token behind it. */
const SHOWN_LENGTH = 2 * MAX_CHARACTERS + 1_024;

/** A token, or the code of an invitation. */
const SECRETS = /"(?:token|code)":"/;
const EACH_SECRET = /("(?:token|code)":)"[^"]*"/g;

/**
 * Masks the value of each `"token":"…"` and `"code":"…"`, and whatever else looks like a token, in a response or an event. The end of a
 * long one, which no entry shows, is left as it is: a page of messages has a megabyte.
 */
export function maskResponse(line: string): string {
  return maskShown(line, maskTold);
}

function maskShown(line: string, mask: (line: string) => string): string {
  if (line.length <= MASKED_LENGTH) return mask(line);
  const head = mask(line.slice(0, MASKED_LENGTH));
  return head.length >= SHOWN_LENGTH ? head + line.slice(MASKED_LENGTH) : mask(line);
}

function maskTold(line: string): string {
  const masked = SECRETS.test(line) ? line.replace(EACH_SECRET, `$1"${MASK}"`) : line;
  return maskTokens(masked);
}

/** Masks the tag of a failed request in its response: it may be a password too. */
export function maskFailure(line: string): string {
  return maskResponse(line.replace(/^@[^ ]*/, `@${MASK}`));
}

/**
 * Masks the secrets of a request line, which may be malformed; everything else but trailing blanks stays as it was
 * sent.
 *
 * Where it is uncertain which word is a secret, more is masked: arguments past the last field, all arguments when a
 * secret is missing, since `reg matkhau-123` may be a password without its username, and of a failed request the tag
 * and any name that is no account's.
 * @param fields the action's fields in order
 */
export function maskRequest(
  line: string,
  fields: readonly MaskedField[],
  { failed, accountFound }: RequestEnd,
): string {
  const { head, beforeWord, word } = headOf(line);
  const words = argumentsOf(line.slice(head.length), fields);
  const secretMissing = fields.some(({ secret }, place) => secret && place >= words.length);
  let masked = (failed ? maskTag(beforeWord) : beforeWord) + word;
  words.forEach(({ separator, text }, place) => {
    const known = !secretMissing && place < fields.length && !fields[place].secret &&
      (!failed || accountFound || !fields[place].account);
    masked += separator + (known || text === "" ? text : MASK);
  });
  return maskShown(masked, maskTokens);
}

/**
 * Masks a line that names no action. Nothing is kept but the word, and that only where it seems to be a mistyped
 * action: it may be a password by itself, and a password may follow.
 * @param actions all action words
 */
export function maskUnknown(line: string, actions: Iterable<string>): string {
  const { head, beforeWord, word } = headOf(line);
  const kept = word === "" || isNearWord(word, actions) ? word : MASK;
  const rest = /^([ \t]*)[^ \t]/.exec(line.slice(head.length));
  return maskTag(beforeWord) + kept + (rest === null ? "" : rest[1] + MASK);
}

function headOf(line: string): { head: string; beforeWord: string; word: string } {
  const [head, beforeWord, word] = /^([ \t]*(?:@[^ \t]*(?:[ \t]+|$))?)([^ \t]*)/.exec(line)!;
  return { head, beforeWord, word };
}

function maskTag(beforeWord: string): string {
  return beforeWord.replace(/@[^ \t]*/, `@${MASK}`);
}

interface Argument {
  separator: string;
  text: string;
}

/**
 * Splits a line into one word per field, and one more for whatever follows the last field. Where no secret can follow,
 * the rest of the line is one word.
 */
function argumentsOf(line: string, fields: readonly MaskedField[]): Argument[] {
  const found: Argument[] = [];
  const plain = fields.at(-1)?.rest
    ? fields.findLastIndex(({ secret, account }) => secret || account) + 1
    : Infinity;
  let rest = line;
  while (rest !== "") {
    const separator = /^[ \t]*/.exec(rest)![0];
    const after = rest.slice(separator.length);
    const place = found.length;
    const whole = place >= plain || place >= fields.length || fields[place].rest;
    const text = whole ? after : /^[^ \t]*/.exec(after)![0];
    if (text === "") break;
    found.push({ separator, text });
    rest = after.slice(text.length);
  }
  return found;
}
