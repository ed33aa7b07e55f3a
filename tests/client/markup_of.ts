/**
 * A page without what its scripts hold: there it is data. The real Fresh writes the props of islands with their `<`
 * as they are; what breaks out of a script stays in the result.
 */
export function markupOf(html: string): string {
  return html.replace(/<script\b[^>]*>.*?<\/script>/gs, "");
}

/** The text of markup, as `textContent` gives it. */
export function textIn(html: string): string {
  return html.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
