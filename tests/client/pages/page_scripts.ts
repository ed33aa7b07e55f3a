import { gzipSync } from "node:zlib";

/** The scripts of a page by URL. */
export interface PageScripts {
  /** Loaded with the page. */
  first: Map<string, string>;
  /** Loaded on demand. */
  later: Map<string, string>;
}

/** @param get returns the text at a path; throws where there is none */
export async function pageScripts(
  page: string,
  get: (path: string) => Promise<string>,
): Promise<PageScripts> {
  const scripts: PageScripts = { first: new Map(), later: new Map() };
  const wanted: string[] = [];
  async function load(path: string, into: Map<string, string>): Promise<void> {
    if (scripts.first.has(path) || scripts.later.has(path)) return;
    const script = await get(path);
    into.set(path, script);
    const near = (name: string) => new URL(name, `http://localhost${path}`).pathname;
    for (const [, name] of script.matchAll(/(?:from|import)"(\.\/[^"]+)"/g)) {
      await load(near(name), into);
    }
    for (const [, name] of script.matchAll(/import\("(\.\/[^"]+)"\)/g)) wanted.push(near(name));
  }
  for (const [path] of (await get(page)).matchAll(/\/_fresh\/js\/[\w./-]+\.js/g)) {
    await load(path, scripts.first);
  }
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    await load(path, scripts.later);
  }
  return scripts;
}

/** Total size in bytes of the scripts loaded with the page, each compressed separately. */
export function compressedSize({ first }: PageScripts): number {
  return [...first.values()].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
}
