import { addressesIn } from "../../../lib/model/addresses.ts";
import { mentionsIn } from "../../../lib/model/mention.ts";
import { misleadingHost } from "../../shared/link_host.ts";

/** A piece of a message: plain text, a link (`href`), or a mention (the name in lower case). */
export type MessagePart = {
  text: string;
  href?: string;
  /** The host that the link leads to, where its text could mislead. */
  host?: string;
  mention?: string;
};

/** Links and mentions marked per message; thousands in each line would freeze the page. */
const MAX_MARKED = 100;

/**
 * Splits a message into text, links and mentions; joining the texts gives the message back. After 100 links and mentions
 * the rest is text.
 * @param names the names whose mentions are marked, in lower case
 */
export function messageParts(message: string, names: ReadonlySet<string> = NOBODY): MessagePart[] {
  const addresses = addressesIn(message);
  const found: { from: number; to: number; part: MessagePart }[] = [];
  for (const { from, to, url } of addresses) {
    const part = url === null ? null : linkTo(url, message.slice(from, to));
    if (part !== null) found.push({ from, to, part });
  }
  for (const { from, to, name } of mentionsIn(message, (name) => names.has(name), addresses)) {
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

/** A link to a web address; null when the address is invalid. Only http and https, so that no link can run script. */
function linkTo(address: string, text: string): MessagePart | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol)) return null;
  const host = misleadingHost(address, url);
  return host === null ? { text, href: url.href } : { text, href: url.href, host };
}
