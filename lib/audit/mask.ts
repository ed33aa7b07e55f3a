/** Replaces a secret. */
export const MASK = "***";

/** How one field of an action is masked. */
export interface MaskedField {
  /** Whether it is a password or a token. */
  secret: boolean;
  /** Whether it takes the rest of the line. */
  rest: boolean;
}

/** Each JWT begins with it: `{"` in base64url. */
const TOKEN_START = "eyJ";

/** Masks whatever looks like a token (JWT), anywhere in a line. */
export function maskTokens(line: string): string {
  if (!line.includes(TOKEN_START)) return line;
  // Whole runs first: a pattern for the three parts would take quadratic time on a hostile line.
  return line.replace(/[\w.-]+/g, (run) => {
    const start = run.indexOf(TOKEN_START);
    if (start === -1) return run;
    const parts = run.slice(start).split(".", 3);
    return parts.length === 3 ? run.slice(0, start) + MASK : run;
  });
}

/** Masks the value of each `"token":"…"`, and whatever else looks like a token, in a response or an event. */
export function maskResponse(line: string): string {
  const masked = line.includes('"token":"')
    ? line.replace(/"token":"[^"]*"/g, `"token":"${MASK}"`)
    : line;
  return maskTokens(masked);
}

/**
 * Masks the secrets of a request line, which may be malformed; everything else but trailing blanks stays as it was
 * sent.
 *
 * Where it is uncertain which word is a secret, more is masked: arguments past the last field, and all arguments when
 * a secret is missing, since `reg matkhau-123` may be a password without its username.
 * @param fields the action's fields in order; null for an unknown action, of which only the tag and the word are kept,
 * and the word only if it could be an action's: someone may have typed a password by itself
 */
export function maskRequest(line: string, fields: readonly MaskedField[] | null): string {
  const [head, beforeWord, word] = /^([ \t]*(?:@[^ \t]*(?:[ \t]+|$))?)([^ \t]*)/.exec(line)!;
  const words = argumentsOf(line.slice(head.length), fields ?? []);
  const secretMissing = fields === null ||
    fields.some(({ secret }, place) => secret && place >= words.length);
  let masked = beforeWord + (fields === null && !/^[a-z_]*$/i.test(word) ? MASK : word);
  words.forEach(({ separator, text }, place) => {
    const known = !secretMissing && place < fields.length && !fields[place].secret;
    masked += separator + (known || text === "" ? text : MASK);
  });
  return maskTokens(masked);
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
  const plain = fields.at(-1)?.rest ? fields.findLastIndex(({ secret }) => secret) + 1 : Infinity;
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
