import { compressedSize, pageScripts } from "../../client/pages/page_scripts.ts";
import type { PagePlace } from "./page_place.ts";

/** In bytes. */
export interface PageSizes {
  /** The script that comes with a room's page, each file compressed by gzip at its best. */
  script: number;
  /** The same as the browser receives it, and the page itself with its newest 100 messages. */
  scriptSent: number;
  pageSent: number;
}

/** The room has messages enough for a page of them. */
export async function measureSizes(place: PagePlace): Promise<PageSizes> {
  const page = await place.window("alice");
  const get = async (path: string) => {
    const response = await page.request.get(new URL(path, page.url()).href);
    if (!response.ok()) throw new Error(`${path}: ${response.status()}`);
    return await response.text();
  };
  const scripts = await pageScripts(`/projects/${place.projectId}`, get);
  const [pageSent, ...scriptsSent] = await page.evaluate((scripts) => {
    const sent = (one: PerformanceEntry) => (one as PerformanceResourceTiming).encodedBodySize;
    const resources = performance.getEntriesByType("resource")
      .filter(({ name }) => scripts.includes(new URL(name).pathname));
    return [...performance.getEntriesByType("navigation"), ...resources].map(sent);
  }, [...scripts.first.keys()]);
  await page.context().close();
  if (scriptsSent.length !== scripts.first.size) throw new Error("the page has other scripts");
  const scriptSent = scriptsSent.reduce((sum, size) => sum + size, 0);
  return { script: compressedSize(scripts), scriptSent, pageSent };
}
