import { ASSET_CACHE_BUST_KEY } from "../render/asset.ts";
import { internalsOf } from "../app/page_context.ts";
import type { Middleware } from "../app/middleware.ts";

/** Serves the build's static files and scripts; URLs that name this build may be cached forever. */
export function staticFiles<State>(): Middleware<State> {
  return async (ctx) => {
    const { snapshot } = internalsOf(ctx);
    const pathname = decodedPath(ctx.url);
    const file = pathname === null || pathname === "/"
      ? null
      : await snapshot?.readStatic(pathname) ?? null;
    if (snapshot === null || file === null) {
      // Browsers request it on their own, which isn't worth a full error page.
      if (pathname === "/favicon.ico") return new Response(null, { status: 404 });
      return await ctx.next();
    }
    if (ctx.req.method !== "GET" && ctx.req.method !== "HEAD") {
      return new Response("Method Not Allowed", { status: 405, headers: { Allow: "GET, HEAD" } });
    }

    const build = ctx.url.searchParams.get(ASSET_CACHE_BUST_KEY);
    if (build !== null && build !== snapshot.buildId) {
      const url = new URL(ctx.url);
      url.searchParams.delete(ASSET_CACHE_BUST_KEY);
      return new Response(null, { status: 307, headers: { location: url.pathname + url.search } });
    }
    const ofThisBuild = build !== null ||
      pathname!.startsWith(`/_fresh/js/${snapshot.buildId}/`);
    const etag = `W/"${file.hash}"`;
    const headers = new Headers({
      "Content-Type": file.contentType,
      "ETag": etag,
      "Cache-Control": ofThisBuild && ctx.config.mode !== "development"
        ? "public, max-age=31536000, immutable"
        : "no-cache",
    });
    if (holds(ctx.req.headers.get("If-None-Match"), etag)) {
      return new Response(null, { status: 304, headers });
    }
    headers.set("Content-Length", String(file.content.byteLength));
    return new Response(ctx.req.method === "HEAD" ? null : file.content, { headers });
  };
}

function decodedPath(url: URL): string | null {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
}

/** Whether an If-None-Match header, compared weakly (RFC 9110, 13.1.2), contains this ETag. */
function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || opaque(tag) === opaque(etag));
}
