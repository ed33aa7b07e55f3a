import { gzipSync } from "node:zlib";
import { compressedSize, pageScripts } from "../../client/pages/page_scripts.ts";
import type { PagePlace } from "./page_place.ts";

/** In bytes. */
export interface PageSizes {
  /** The script loaded with a room's page, each file compressed with gzip at its best level. */
  script: number;
  /** The same as sent to the browser, and the page itself with its newest 100 messages. */
  scriptSent: number;
  /** All styles, compressed in the same way as the script. */
  styles: number;
  pageSent: number;
}

/** Fills the room with enough messages for a page. */
export async function measureSizes(place: PagePlace): Promise<PageSizes> {
  const page = await place.window("alice");
  const get = async (path: string) => {
    const response = await page.request.get(new URL(path, page.url()).href);
    if (!response.ok()) throw new Error(`${path}: ${response.status()}`);
    return await response.text();
  };
  const scripts = await pageScripts(`/projects/${place.projectId}`, get);
  const sheets = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].map(({ href }) => href)
  );
  let styles = 0;
  for (const sheet of sheets) styles += gzipSync(await get(sheet), { level: 9 }).length;
  const [pageSent, ...scriptsSent] = await page.evaluate((scripts) => {
    const sent = (one: PerformanceEntry) => (one as PerformanceResourceTiming).encodedBodySize;
    const resources = performance.getEntriesByType("resource")
      .filter(({ name }) => scripts.includes(new URL(name).pathname));
    return [...performance.getEntriesByType("navigation"), ...resources].map(sent);
  }, [...scripts.first.keys()]);
  await page.context().close();
  if (scriptsSent.length !== scripts.first.size) throw new Error("the page has other scripts");
  const scriptSent = scriptsSent.reduce((sum, size) => sum + size, 0);
  return { script: compressedSize(scripts), scriptSent, styles, pageSent };
}
