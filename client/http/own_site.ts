/** Whether no other site's page made the browser send this: another port of this machine is another site, but gets the cookie. */
export function isFromOwnSite({ headers, url }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  // A browser that doesn't say the site says the origin of another's page.
  const origin = headers.get("origin");
  return origin === null || origin === URL.parse(url)?.origin;
}
