/**
 * Reports whether a request was not made by a page of another origin. Another port of this machine is another origin,
 * but its requests carry the cookie too.
 */
export function isFromOwnSite({ headers, url }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  // Browsers without Sec-Fetch-Site send the Origin of a foreign page.
  const origin = headers.get("origin");
  return origin === null || origin === URL.parse(url)?.origin;
}
