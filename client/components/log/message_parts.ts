import { mentionsIn } from "../../../lib/model/mention.ts";

/** A piece of a message: plain text, a link (`href`), or a mention (the member's name in lower case). */
export type MessagePart = { text: string; href?: string; mention?: string };

/** Only http and https, so that no link can run script. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"“”«»]+/gi;

/** Links and mentions marked per message; thousands in each line would freeze the page. */
const MAX_MARKED = 100;

/**
 * Splits a message into text, links and mentions; joining the texts gives the message back. A link excludes the
 * punctuation that ends a sentence and a closing bracket whose opening precedes the link. After 100 links and mentions
 * the rest is text.
 * @param names members' names in lower case
 */
export function messageParts(message: string, names: ReadonlySet<string> = NOBODY): MessagePart[] {
  const found = [...addressesIn(message)];
  for (const { from, to, name } of mentionsIn(message, (name) => names.has(name))) {
    // An @ within a link is part of the link.
    if (found.some((address) => from < address.to && to > address.from)) continue;
    found.push({ from, to, part: { text: message.slice(from, to), mention: name } });
  }
  found.sort((a, b) => a.from - b.from);
  const parts: MessagePart[] = [];
  let done = 0;
  for (const { from, to, part } of found.slice(0, MAX_MARKED)) {
    if (from > done) parts.push({ text: message.slice(done, from) });
    parts.push(part);
    done = to;
  }
  if (done < message.length) parts.push({ text: message.slice(done) });
  return parts;
}

const NOBODY: ReadonlySet<string> = new Set();

function* addressesIn(message: string): Generator<{ from: number; to: number; part: MessagePart }> {
  for (const match of message.matchAll(ADDRESS)) {
    const text = withoutTail(match[0]);
    const href = webAddress(text);
    if (href === null) continue;
    yield { from: match.index, to: match.index + text.length, part: { text, href } };
  }
}

/** Trims a match of ADDRESS to a valid URL; null when there is none. */
function webAddress(text: string): string | null {
  try {
    return new URL(text).href;
  } catch {
    return null;
  }
}

const OPENING: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

function withoutTail(address: string): string {
  let end = address.length;
  const surplus: Record<string, number> = {};
  for (const [closing, opening] of Object.entries(OPENING)) {
    surplus[closing] = address.split(closing).length - address.split(opening).length;
  }
  while (end > 0) {
    const last = address[end - 1];
    if (last in surplus) {
      if (surplus[last]-- <= 0) break;
    } else if (!".,;:!?'…*_~".includes(last)) break;
    end--;
  }
  return address.slice(0, end);
}
