/** Matches a host in these scripts alone. */
function only(scripts: string): RegExp {
  return new RegExp(`^[${scripts.replace(/\w+/g, "\\p{scx=$&}")}\\p{M}\\p{N}.-]+$`, "u");
}

const LATIN = only("Latin");
const EAST_ASIAN = only("Han Hiragana Katakana Hangul Bopomofo");
const OTHERS = ["Cyrillic", "Greek", "Arabic", "Hebrew", "Thai", "Devanagari"].map(only);

/**
 * The host that a link leads to, when readers could take it for another: it stands after a user name, is written in a way
 * that browsers replace, or mixes scripts whose letters look alike. Null when the link's text tells it well enough.
 * @param address the link's text from `http` on
 */
export function misleadingHost(address: string, url: URL): string | null {
  // Before anything is composed: what stands for a name may have thousands of marks, and takes seconds then.
  if (url.username + url.password !== "") return url.host;
  const written = address.split(/[/?#]/)[2].replace(/:\d*$/, "").normalize("NFC").toLowerCase();
  const told = written === url.hostname || tellsItself(written);
  return told ? null : url.host;
}

/** Whether a host with letters beyond ASCII is what browsers make of it, and of one script. */
function tellsItself(host: string): boolean {
  return /[^\0-\x7f]/.test(host) && host.normalize("NFKC").toLowerCase() === host &&
    (OTHERS.some((script) => script.test(host)) ||
      // 日本.com is usual, but the sign ノ among Latin letters looks like a slash.
      host.split(".").every((label) => LATIN.test(label) || EAST_ASIAN.test(label)));
}
