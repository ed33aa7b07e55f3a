/** An address in a text; `text.slice(from, to)` is the address as written. */
export interface Address {
  from: number;
  to: number;
  /** The address of a web page with its scheme, maybe invalid; null for other addresses. */
  url: string | null;
}

/**
 * Matches what can stand together in an address: visible ASCII but for quotation marks, and letters of any script with
 * the signs within words. Other punctuation ends sentences or quotes, and what is invisible belongs to no address.
 */
const RUN =
  /(?:[!#-;=?-_a-~\p{N}\p{So}·־་・\u2010-\u2013\uFE0F]|(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}])+/gu;

/** Matches where a web page's address begins; groups 1 and 2 hold the character before, which may end an emoji. */
const PAGE =
  /(^|[^A-Za-z0-9_])https?:\/\/|(^|[^\p{L}\p{M}\p{N}_@./\\-]|[\uFE0E\uFE0F\u20E3])www\./iu;

/** Matches within another address: of mail, with any scheme, or of a host with a path, such as `example.com/@an`. */
const OTHER =
  /mailto:|:\/\/|(?:^|[^\p{L}\p{M}\p{N}_@./\\-]|[\uFE0E\uFE0F\u20E3])(?:[\p{L}\p{M}\p{N}-]+\.)+[a-z]{2,}(?::\d+)?\//iu;

/** Matches a web page's address that is written without `http://`. */
const WITHOUT_SCHEME = /^www\.[^./?#]+\.[^./?#]/i;

/**
 * Finds the addresses in a text: of web pages, of mail, and others with `://`, or with a path after a host. An address
 * excludes the punctuation that ends a sentence and a closing bracket whose opening precedes the address. Takes time in
 * proportion to the text's length.
 */
export function addressesIn(text: string): Address[] {
  const found: Address[] = [];
  // Most messages have none, and the rest costs much more.
  if (!/[:/]|www\./i.test(text)) return found;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const page = PAGE.exec(run);
    const from = page === null ? run.length : page.index + (page[1] ?? page[2]).length;
    const other = OTHER.exec(run.slice(0, from));
    if (other !== null) found.push({ from: index + other.index, to: index + from, url: null });
    if (page === null) continue;
    const address = withoutTail(run.slice(from));
    let url: string | null = address;
    // Not https, like GitHub and Slack: a site may have no certificate, and browsers try https by themselves.
    if (page[2] !== undefined) url = WITHOUT_SCHEME.test(address) ? `http://${address}` : null;
    found.push({ from: index + from, to: index + from + address.length, url });
  }
  return found;
}

const OPENING: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

/** Matches a sign that ends a sentence, or begins the next, rather than an address. */
const TAIL = /[.,;:!?'*_~]|(?![\0-\x7f])\p{P}/u;

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
    } else if (!TAIL.test(last)) break;
    end--;
  }
  return address.slice(0, end);
}
