/** A piece of a message: text, or an address to follow. */
export type MessagePart = { text: string; href?: string };

/** Only http and https, so that no message can hold an address that runs script. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"“”«»]+/gi;

/**
 * Splits a message at its web addresses; the texts joined are the message again.
 * Punctuation that ends a sentence, and a bracket that was opened before the address, are not part of it.
 */
export function messageParts(message: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let from = 0;
  for (const match of message.matchAll(ADDRESS)) {
    const text = withoutTail(match[0]);
    const href = webAddress(text);
    if (href === null) continue;
    if (match.index > from) parts.push({ text: message.slice(from, match.index) });
    parts.push({ text, href });
    from = match.index + text.length;
  }
  if (from < message.length) parts.push({ text: message.slice(from) });
  return parts;
}

function webAddress(text: string): string | null {
  const url = URL.parse(text);
  return url !== null && (url.protocol === "http:" || url.protocol === "https:") ? url.href : null;
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
