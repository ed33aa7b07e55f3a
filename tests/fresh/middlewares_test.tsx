import assert from "node:assert/strict";
import { App, csp, type CSPOptions, csrf, type CsrfOptions, staticFiles } from "fresh";
import { setSnapshot, type StaticFile } from "../../lib/fresh/app/snapshot.ts";
import { asset } from "fresh/runtime";
import { setBuildId } from "../../lib/fresh/render/build_id.ts";
import { ask } from "./file_app.ts";

Deno.test("csrf refuses what another site made the browser send", async () => {
  const own = "http://localhost";
  const cases: [CsrfOptions | undefined, string, Record<string, string>, number][] = [
    [undefined, "POST", {}, 200],
    [undefined, "POST", { "Sec-Fetch-Site": "same-origin" }, 200],
    [undefined, "POST", { "Sec-Fetch-Site": "none" }, 200],
    [undefined, "POST", { "Sec-Fetch-Site": "same-site" }, 403],
    [undefined, "POST", { "Sec-Fetch-Site": "cross-site" }, 403],
    [undefined, "POST", { "Sec-Fetch-Site": "cross-site", Origin: "http://evil.example" }, 403],
    [undefined, "POST", { "Sec-Fetch-Site": "cross-site", Origin: own }, 200],
    [undefined, "POST", { "Sec-Fetch-Site": "strange" }, 403],
    [undefined, "POST", { Origin: own }, 200],
    [undefined, "POST", { Origin: "http://localhost:81" }, 403],
    [undefined, "POST", { Origin: "https://localhost" }, 403],
    [undefined, "POST", { Origin: "null" }, 403],
    [undefined, "PUT", { Origin: "http://evil.example" }, 403],
    [undefined, "PATCH", { Origin: "http://evil.example" }, 403],
    [undefined, "DELETE", { Origin: "http://evil.example" }, 403],
    [undefined, "GET", { Origin: "http://evil.example" }, 200],
    [undefined, "OPTIONS", { Origin: "http://evil.example" }, 200],
    [{ origin: "http://a.example" }, "POST", { Origin: "http://a.example" }, 200],
    [{ origin: "http://a.example" }, "POST", { Origin: own }, 403],
    [{ origin: ["http://a.example", own] }, "POST", { Origin: own }, 200],
    [{ origin: [] }, "POST", { Origin: own }, 403],
    [{ origin: (origin) => origin.endsWith(".example") }, "POST", { Origin: "x.example" }, 200],
    [{ origin: () => false }, "POST", { Origin: own }, 403],
  ];
  for (const [options, method, headers, status] of cases) {
    const app = new App().use(csrf(options)).use(() => new Response());
    const answer = await ask(app, "/", { method, headers });
    assert.equal(answer.status, status, JSON.stringify([options, method, headers]));
  }
});

const page = (
  <html>
    <head>
      <style>{"a{}"}</style>
      <script nonce="own">1</script>
    </head>
  </html>
);

async function policy(
  options: CSPOptions | undefined,
  path = "/page",
  header = "content-security-policy",
): Promise<{ directives: string[]; body: string; headers: Headers }> {
  const app = new App()
    .use(csp(options))
    .use((ctx) => path === "/page" ? ctx.render(page) : ctx.json({}));
  const { headers, body } = await ask(app, path);
  return { directives: headers.get(header)!.split("; "), body, headers };
}

const STATIC = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

Deno.test("csp sets its defaults, and each directive it is given in the place of its own", async () => {
  assert.deepEqual((await policy(undefined)).directives, STATIC);
  const given = ["img-src *", "script-src 'self' 'unsafe-inline'", "sandbox"];
  const { directives } = await policy({ csp: given });
  assert.deepEqual(
    directives,
    [...STATIC.filter((one) => !/^(img|script)-src/.test(one)), ...given],
  );
});

Deno.test("csp allows only what has the page's nonce under useNonce", async () => {
  const { directives, body } = await policy({ useNonce: true });
  const nonce = /<style nonce="(\w+)">/.exec(body)![1];
  assert.ok(directives.includes(`script-src 'self' 'nonce-${nonce}'`));
  assert.ok(directives.includes(`style-src 'self' 'nonce-${nonce}'`));
  assert.ok(body.includes('<script nonce="own">'));
  const again = await policy({ useNonce: true });
  assert.notEqual(again.directives[1], directives[1]);
  const { directives: data } = await policy({ useNonce: true }, "/data");
  assert.deepEqual(data.slice(1, 3), ["script-src 'self'", "style-src 'self'"]);
});

Deno.test("csp reports to the given place, and only that under reportOnly", async () => {
  const { directives, headers } = await policy(
    { reportOnly: true, reportTo: "/csp" },
    "/data",
    "content-security-policy-report-only",
  );
  assert.deepEqual(directives, [...STATIC, "report-to csp-endpoint", "report-uri /csp"]);
  assert.equal(headers.get("content-security-policy"), null);
  assert.equal(headers.get("reporting-endpoints"), 'csp-endpoint="/csp"');
});

function filesApp(mode: "production" | "development" = "production"): App<unknown> {
  const app = new App({ mode }).use(staticFiles()).fsRoutes();
  const file = (content: string, contentType: string): StaticFile => ({
    content: new TextEncoder().encode(content),
    contentType,
    hash: `hash-${content}`,
  });
  const files = new Map([
    ["/style.css", file("css", "text/css; charset=UTF-8")],
    ["/a b.svg", file("svg", "image/svg+xml")],
    ["/_fresh/js/build/x.js", file("js", "text/javascript; charset=UTF-8")],
  ]);
  setSnapshot(app, {
    root: "/",
    buildId: "build",
    routes: [{ id: "/page", module: { handler: { GET: () => new Response("page") } } }],
    islands: new Map(),
    boot: null,
    readStatic: (pathname) => Promise.resolve(files.get(pathname) ?? null),
  });
  return app;
}

Deno.test("staticFiles answers files, and hands on what is none", async () => {
  const app = filesApp();
  const immutable = "public, max-age=31536000, immutable";
  const cases: [string, string, number, string, string | null][] = [
    ["GET", "/style.css", 200, "css", "no-cache"],
    ["HEAD", "/style.css", 200, "", "no-cache"],
    ["POST", "/style.css", 405, "Method Not Allowed", null],
    ["GET", "/style.css?__frsh_c=build", 200, "css", immutable],
    ["GET", "/_fresh/js/build/x.js", 200, "js", immutable],
    ["GET", "/a%20b.svg", 200, "svg", "no-cache"],
    ["GET", "/page", 200, "page", null],
    ["GET", "/favicon.ico", 404, "", null],
    ["GET", "/%E0%A4%A", 404, "Not Found", null],
    ["GET", "/", 404, "Not Found", null],
  ];
  for (const [method, path, status, body, cache] of cases) {
    const answer = await ask(app, path, { method });
    assert.deepEqual([answer.status, answer.body], [status, body], `${method} ${path}`);
    assert.equal(answer.headers.get("cache-control"), cache, `${method} ${path}`);
  }
  const { headers } = await ask(app, "/style.css");
  assert.equal(headers.get("content-type"), "text/css; charset=UTF-8");
  assert.equal(headers.get("content-length"), "3");
});

Deno.test("staticFiles sends to the plain URL when the build has changed", async () => {
  const { status, headers } = await ask(filesApp(), "/style.css?__frsh_c=older&a=b");
  assert.deepEqual([status, headers.get("location")], [307, "/style.css?a=b"]);
});

Deno.test("staticFiles lets nothing be cached for ever in development", async () => {
  const { headers } = await ask(filesApp("development"), "/style.css?__frsh_c=build");
  assert.equal(headers.get("cache-control"), "no-cache");
});

Deno.test("staticFiles answers 304 when the browser holds the file", async () => {
  const cases: [string, number][] = [
    ['W/"hash-css"', 304],
    ['"hash-css"', 304],
    ['"other", W/"hash-css"', 304],
    ["*", 304],
    ['"other"', 200],
    ["hash-css", 200],
  ];
  for (const [tag, status] of cases) {
    const answer = await ask(filesApp(), "/style.css", { headers: { "If-None-Match": tag } });
    assert.equal(answer.status, status, tag);
    assert.equal(answer.headers.get("etag"), 'W/"hash-css"');
  }
});

Deno.test("asset ties a path of this site to the build, and leaves other URLs alone", () => {
  setBuildId("b1");
  const cases = [
    ["/style.css", "/style.css?__frsh_c=b1"],
    ["/style.css?a=b#c", "/style.css?a=b&__frsh_c=b1#c"],
    ["/style.css?__frsh_c=x", "/style.css?__frsh_c=x"],
    ["//other.example/a.css", "//other.example/a.css"],
    ["https://other.example/a.css", "https://other.example/a.css"],
    ["style.css", "style.css"],
  ];
  for (const [path, expected] of cases) assert.equal(asset(path), expected);
});
