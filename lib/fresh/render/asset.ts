import { buildId } from "./build_id.ts";

/** The query parameter that ties a static file's URL to one build. */
export const ASSET_CACHE_BUST_KEY = "__frsh_c";

/** Returns a static file's URL that may be cached forever, since every build has its own. */
export function asset(path: string): string {
  if (!path.startsWith("/") || path.startsWith("//")) return path;
  const url = new URL(path, "http://localhost");
  if (url.searchParams.has(ASSET_CACHE_BUST_KEY)) return path;
  url.searchParams.set(ASSET_CACHE_BUST_KEY, buildId());
  return url.pathname + url.search + url.hash;
}
