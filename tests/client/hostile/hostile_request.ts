import fc from "fast-check";
import {
  COOKIES,
  FOREIGN_HOSTS,
  FOREIGN_SITES,
  MARK,
  METHODS,
  OWN_HOSTS,
  QUERY_NAMES,
  ROUTES,
  TARGETS,
  TYPES,
  VALUES,
} from "./hostile_pieces.ts";
import type { ServedClient } from "../served_client.ts";

const value = fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: "grapheme", maxLength: 20 }))
  // Not the address of a server: switching to another one is the member's right.
  .filter((text) => !/:\d/.test(text));
const FIELD_NAMES = [
  ...["message", "username", "password", "next", "server", "name", "members", "language", "do"],
  ...["tag", "__proto__", "", MARK],
];
const fields = fc.array(fc.tuple(fc.constantFrom(...FIELD_NAMES), value), { maxLength: 6 });

const multipart = fc.array(
  fc.tuple(
    fc.constantFrom(...FIELD_NAMES, 'x"; filename="../../x', "n".repeat(10_000)),
    value,
    fc.constantFrom(
      "",
      '; filename="a.html"',
      '; filename="../../../tmp/x"',
      "; filename*=UTF-8''%00",
    ),
  ),
  { maxLength: 4 },
).map((parts) =>
  parts.map(([name, value, file]) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`
  ).join("") + "--b--\r\n"
);

const body = fc.oneof(
  { weight: 4, arbitrary: fields.map((pairs) => new URLSearchParams(pairs).toString()) },
  multipart,
  fc.constantFrom("", "=&=&&&", "%", "message=%ff%fe&do=%c0%80", "a".repeat(600_000), "--b", "{}"),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => String.fromCharCode(...bytes)),
);

const query = fc.oneof(
  fc.constant(""),
  fc.array(fc.tuple(fc.constantFrom(...QUERY_NAMES), value), { minLength: 1, maxLength: 4 })
    .map((pairs) => `?${new URLSearchParams(pairs)}`),
  fc.constantFrom("?%", "?a=%ff", `?${MARK}`, "??", "?" + "a&".repeat(5_000), "?q=%00"),
);

const header = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      ...["Accept", "Accept-Language", "Referer", "Last-Event-ID", "If-None-Match", "Range"],
      ...["X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Original-URL", "Authorization"],
      ...["X-HTTP-Method-Override", "Expect", "Upgrade", "If-Modified-Since", "Priority"],
    ),
    fc.constantFrom(...VALUES.map((text) => text.replace(/\p{Cc}+/gu, " ").slice(0, 5_000))),
  ).map(([name, value]) => `${name}: ${value}`),
  fc.constantFrom(
    "Accept: application/json",
    "Accept: text/event-stream",
    "Accept: application/json;q=x, */*",
    "Accept-Language: vi;q=, en;q=NaN, *;q=9",
    "Referer: http://127.0.0.1:PORT//evil.example/",
    "Referer: http://127.0.0.1:PORT/\\evil.example/",
    "Referer: http://127.0.0.1:PORT/%0d%0ax-injected:1",
    "Last-Event-ID: 1.1",
    "Last-Event-ID: 999999999999999.999999999999999",
    "Expect: 100-continue",
    "Upgrade: websocket",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: identity",
    "Content-Length: 99999999999",
    "Content-Encoding: gzip",
  ),
);

/** How a request states its length: correctly, in chunks, or wrongly, as when the client has gone. */
const framing = fc.constantFrom<Hostile["framing"][]>(
  ...Array<"length">(9).fill("length"),
  "chunked",
  "cut",
  "none",
);

const target = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...ROUTES) },
  { weight: 6, arbitrary: fc.constantFrom(...TARGETS) },
  fc.webPath(),
  fc.string({ unit: "binary-ascii", maxLength: 30 }).map((text) => `/${text}`),
);

export interface Hostile {
  method: string;
  target: string;
  query: string;
  hosts: readonly string[];
  site: readonly string[];
  /** Whether the member's own browser sends it, or else somebody with an invented cookie. */
  herself: boolean;
  cookie: string;
  type: string;
  headers: string[];
  body: string;
  framing: "length" | "chunked" | "cut" | "none";
}

/** Requests by a stranger, or by another site's page in the member's browser. */
export const request: fc.Arbitrary<Hostile> = fc.record({
  method: fc.constantFrom(...METHODS),
  target,
  query,
  hosts: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...OWN_HOSTS).map((host) => [host]) },
    { weight: 3, arbitrary: fc.constantFrom(...FOREIGN_HOSTS).map((host) => [host]) },
    fc.tuple(fc.constantFrom(...OWN_HOSTS), fc.constantFrom(...FOREIGN_HOSTS)),
  ),
  site: fc.constantFrom(...FOREIGN_SITES),
  herself: fc.boolean(),
  cookie: fc.constantFrom(...COOKIES),
  type: fc.constantFrom(...TYPES),
  headers: fc.array(header, { maxLength: 3 }),
  body,
  framing,
});

/** Requests by the member's own browser, from links and forms that somebody else filled in. */
export const ownRequest: fc.Arbitrary<Hostile> = fc.record({
  method: fc.constantFrom("GET", "POST", "HEAD"),
  target: fc.constantFrom(...ROUTES),
  query,
  hosts: fc.constantFrom(...OWN_HOSTS.map((host) => [host])),
  site: fc.constant(["Sec-Fetch-Site: same-origin"]),
  herself: fc.constant(true),
  cookie: fc.constant(""),
  type: fc.constantFrom(...TYPES),
  headers: fc.array(header.filter((line) => !/^(Transfer|Content)/.test(line)), { maxLength: 2 }),
  body,
  framing: fc.constantFrom("length", "length", "chunked", "cut"),
});

/** Encodes a request as bytes. */
export function written(hostile: Hostile, { port, server, token, cookie }: ServedClient): string {
  const { method, target, query, hosts, site, herself, type, headers, framing } = hostile;
  const encoder = new TextEncoder();
  const { length } = encoder.encode(hostile.body);
  const lengths: Record<string, string[]> = {
    length: [`Content-Length: ${length}`],
    cut: [`Content-Length: ${length + 10}`],
    chunked: ["Transfer-Encoding: chunked"],
    none: [],
  };
  const body = framing === "none"
    ? ""
    : framing === "chunked" && length > 0
    ? `${length.toString(16)}\r\n${hostile.body}\r\n0\r\n\r\n`
    : framing === "chunked"
    ? "0\r\n\r\n"
    : hostile.body;
  const head = [
    `${method} ${target}${query} HTTP/1.1`,
    ...hosts.map((host) => `Host: ${host}`),
    "Connection: close",
    ...site,
    `Cookie: ${herself ? cookie : hostile.cookie}`,
    `Content-Type: ${type}`,
    ...headers,
    ...lengths[framing],
  ].join("\r\n")
    .replaceAll("PORT", `${port}`)
    .replaceAll("SERVER", `127.0.0.1:${server.port}`)
    .replaceAll("TOKEN", token);
  return `${head}\r\n\r\n${body}`;
}
