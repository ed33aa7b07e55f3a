import type { Method } from "./handlers.ts";

type ByMethod<T> = Partial<Record<Method, T>>;

export interface RouteMatch<T> {
  /** Null if no route has this path. */
  pattern: string | null;
  params: Record<string, string>;
  /** Null if the route doesn't answer this method. */
  item: T | null;
  allowed: Method[];
}

const PATTERN_SIGNS = /[*:{}+?()]/;

/** Matches paths without parameters first, then patterns in the order they were added. */
export class Router<T> {
  readonly #exact = new Map<string, ByMethod<T>>();
  readonly #patterns = new Map<string, { pattern: URLPattern; byMethod: ByMethod<T> }>();

  /** Adds an item; the first one for a path and method is kept. */
  add(method: Method, pathname: string, item: T): void {
    this.#byMethod(pathname)[method] ??= item;
  }

  #byMethod(pathname: string): ByMethod<T> {
    if (!PATTERN_SIGNS.test(pathname)) {
      const known = this.#exact.get(pathname) ?? {};
      this.#exact.set(pathname, known);
      return known;
    }
    const known = this.#patterns.get(pathname) ??
      { pattern: new URLPattern({ pathname }), byMethod: {} };
    this.#patterns.set(pathname, known);
    return known.byMethod;
  }

  match(method: Method, url: URL): RouteMatch<T> {
    for (const pathname of [url.pathname, otherSlash(url.pathname)]) {
      const byMethod = this.#exact.get(pathname);
      if (byMethod !== undefined) return found(pathname, byMethod, method, {});
    }
    for (const [pathname, { pattern, byMethod }] of this.#patterns) {
      const match = pattern.exec({ pathname: url.pathname });
      if (match !== null) return found(pathname, byMethod, method, match.pathname.groups);
    }
    return { pattern: null, params: {}, item: null, allowed: [] };
  }
}

function otherSlash(pathname: string): string {
  if (pathname === "/") return pathname;
  return pathname.endsWith("/") ? pathname.slice(0, -1) : `${pathname}/`;
}

function found<T>(
  pattern: string,
  byMethod: ByMethod<T>,
  method: Method,
  groups: Record<string, string | undefined>,
): RouteMatch<T> {
  const item = byMethod[method] ?? (method === "HEAD" ? byMethod.GET : undefined) ?? null;
  const allowed = new Set(Object.keys(byMethod) as Method[]);
  if (allowed.has("GET")) allowed.add("HEAD");
  const params: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(groups)) params[name] = decoded(value ?? "");
  return { pattern, params, item, allowed: [...allowed] };
}

/** Decodes a parameter; one whose escapes are not UTF-8 is kept unchanged. */
function decoded(value: string): string {
  try {
    return decodeURI(value);
  } catch {
    return value;
  }
}
