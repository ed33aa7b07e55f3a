import { type Address, addressesIn } from "../../../lib/model/addresses.ts";
import { mentionsIn } from "../../../lib/model/mention.ts";
import { misleadingHost } from "./link_host.ts";
import type { MarkedText } from "./markup.ts";

/** A link or a mention in a message: `message.slice(from, to)` is its text. */
export interface MarkedPlace {
  from: number;
  to: number;
  part: MarkedText;
}

/** Links and mentions marked per message; thousands in each line would freeze the page. */
const MAX_MARKED = 100;

/** Matches markers right before an address; a `_` there would hide the address. */
const MARKERS_BEFORE =
  /(^|[^\p{L}\p{M}\p{N}_*@./\\-]|[\uFE0E\uFE0F\u20E3])([_*]{1,3})(?=https?:\/\/|www\.)/giu;

/** Finds the addresses of a message, those between markers of italic text too. */
export function addressesBetweenMarkers(message: string): Address[] {
  return addressesIn(unmarked(message));
}

/**
 * Finds the links and mentions of a message, in their order, the first 100 of them.
 * @param names the names whose mentions are marked, in lower case
 */
export function markedPlaces(
  message: string,
  addresses: readonly Address[],
  names: ReadonlySet<string>,
): MarkedPlace[] {
  const found: MarkedPlace[] = [];
  for (const { from, to, url } of addresses) {
    const part = url === null ? null : linkTo(url, message.slice(from, to));
    if (part !== null) found.push({ from, to, part });
  }
  // The server knows of no markers: a mention is what it counts as one.
  const known = unmarked(message) === message ? addresses : undefined;
  for (const { from, to, name } of mentionsIn(message, (name) => names.has(name), known)) {
    found.push({ from, to, part: { kind: "mention", text: message.slice(from, to), name } });
  }
  found.sort((a, b) => a.from - b.from);
  return found.filter(({ from }, at) => at === 0 || from >= found[at - 1].to).slice(0, MAX_MARKED);
}

/** The message with spaces for markers before addresses. */
function unmarked(message: string): string {
  if (!message.includes("_")) return message;
  return message.replace(
    MARKERS_BEFORE,
    (_, before: string, markers: string) => before + " ".repeat(markers.length),
  );
}

/** A link to a web address; null when the address is invalid. Only http and https, so that no link can run script. */
function linkTo(address: string, text: string): MarkedText | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol)) return null;
  const host = misleadingHost(address, url);
  const link = { kind: "link", text, href: url.href } as const;
  return host === null ? link : { ...link, host };
}
