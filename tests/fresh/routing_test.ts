import assert from "node:assert/strict";
import { App, type Context, HttpError, type Method, type Middleware } from "fresh";
import { compareRoutes, filePattern } from "../../lib/fresh/app/route_path.ts";
import { ask, errorsLogged, fileApp } from "./file_app.ts";

Deno.test("filePattern gives the URL pattern of a file", () => {
  const cases = [
    ["/index", "/"],
    ["/about", "/about"],
    ["/about/index", "/about"],
    ["/rooms/[id]", "/rooms/:id"],
    ["/rooms/[id]/edit", "/rooms/:id/edit"],
    ["/rooms/[id]@[page]", "/rooms/:id@:page"],
    ["/files/[...path]", "/files/:path*"],
    ["/[[lang]]", "/{:lang}?"],
    ["/[[lang]]/about", "{/:lang}?/about"],
    ["/(site)/about", "/about"],
    ["/(site)/index", "/"],
    ["/a/(b)/c", "/a/c"],
  ];
  for (const [id, pattern] of cases) assert.equal(filePattern(id), pattern, id);
});

Deno.test("filePattern throws when brackets make no parameter", () => {
  for (const id of ["/[a", "/a]", "/[a][b]", "/[[a]-b]"]) {
    assert.throws(() => filePattern(id), SyntaxError, id);
  }
});

Deno.test("compareRoutes puts the more exact route first", () => {
  const sorted = [
    "/a/new",
    "/a/x",
    "/a/[id]",
    "/a/[[id]]",
    "/a/[...all]",
    "/[lang]/x",
    "/[...all]",
  ];
  for (const [i, first] of sorted.entries()) {
    for (const second of sorted.slice(i + 1)) {
      assert.ok(compareRoutes(first, second) < 0, `${first} before ${second}`);
      assert.ok(compareRoutes(second, first) > 0, `${second} after ${first}`);
    }
  }
});

Deno.test("App answers a path with the most exact file route, whatever their order", async () => {
  const answer = (name: string) => ({
    handler: { GET: (ctx: { params: unknown }) => Response.json([name, ctx.params]) },
  });
  const app = fileApp({
    "/[...all]": answer("all"),
    "/rooms/[id]": answer("room"),
    "/rooms/new": answer("new"),
    "/rooms/[id]/edit": answer("edit"),
    "/(site)/about/index": answer("about"),
    "/index": answer("home"),
  });
  const cases: [string, unknown][] = [
    ["/", ["home", {}]],
    ["/rooms/new", ["new", {}]],
    ["/rooms/new/", ["new", {}]],
    ["/rooms/7", ["room", { id: "7" }]],
    ["/rooms/7?id=8", ["room", { id: "7" }]],
    ["/rooms/7/edit", ["edit", { id: "7" }]],
    ["/about", ["about", {}]],
    ["//about", ["about", {}]],
    ["/rooms/ph%C3%B2ng", ["room", { id: "phòng" }]],
    ["/rooms/%E0%A4%A", ["room", { id: "%E0%A4%A" }]],
    ["/x/y", ["all", { all: "x/y" }]],
  ];
  for (const [path, expected] of cases) {
    assert.deepEqual(JSON.parse((await ask(app, path)).body), expected, path);
  }
});

Deno.test("App answers each method with its handler, and HEAD with GET's headers only", async () => {
  const app = fileApp({
    "/a": {
      handler: {
        GET: () => new Response("get", { headers: { "x-of": "get" } }),
        POST: () => new Response("post"),
        PUT: () => new Response("put"),
        PATCH: () => new Response("patch"),
        DELETE: () => new Response("delete"),
      },
    },
    "/b": {
      handler: {
        GET: () => new Response("get"),
        HEAD: () => new Response("lost", { headers: { "x-of": "head" } }),
      },
    },
    "/all/[what]": {
      handler: ({ req, params, route }: Context<unknown>) =>
        new Response(`${req.method} ${params.what} ${route}`),
    },
  });
  const cases: [Method, string, number, string, string | null][] = [
    ["GET", "/a", 200, "get", "get"],
    ["POST", "/a", 200, "post", null],
    ["PUT", "/a", 200, "put", null],
    ["PATCH", "/a", 200, "patch", null],
    ["DELETE", "/a", 200, "delete", null],
    ["HEAD", "/a", 200, "", "get"],
    ["HEAD", "/b", 200, "", "head"],
    ["POST", "/all/x", 200, "POST x /all/:what", null],
    ["OPTIONS", "/all/x", 200, "OPTIONS x /all/:what", null],
    ["GET", "/none", 404, "Not Found", null],
    ["POST", "/b", 405, "Method Not Allowed", null],
  ];
  for (const [method, path, status, body, of] of cases) {
    const answer = await ask(app, path, { method });
    assert.deepEqual([answer.status, answer.body], [status, body], `${method} ${path}`);
    assert.equal(answer.headers.get("x-of"), of, `${method} ${path}`);
  }
});

Deno.test("App says which methods a route has when another is asked", async () => {
  const app = fileApp({
    "/form": { handler: { GET: () => new Response(), POST: () => new Response() } },
  });
  const options = await ask(app, "/form", { method: "OPTIONS" });
  assert.deepEqual([options.status, options.headers.get("allow")], [204, "GET, POST, HEAD"]);
  const refused = await ask(app, "/form", { method: "DELETE" });
  assert.deepEqual([refused.status, refused.headers.get("allow")], [405, "GET, POST, HEAD"]);
});

Deno.test("App runs middlewares from the outside in, and only those of the path", async () => {
  type State = { log: string[] };
  const step = (name: string) => async (ctx: { state: State; next(): Promise<Response> }) => {
    (ctx.state.log ??= []).push(name);
    const response = await ctx.next();
    ctx.state.log.push(`/${name}`);
    return response;
  };
  const end = { handler: { GET: () => new Response() } };
  const logs: string[][] = [];
  const app = fileApp<State>(
    {
      "/rooms/[id]": end,
      "/rooms/_middleware": { default: [step("rooms"), step("rooms2")] },
      "/(site)/_middleware": { handler: step("site") },
      "/(site)/about": end,
      "/_middleware": { default: step("files") },
      "/rooms": end,
    },
    [],
    (app) => {
      app.use(async (ctx) => {
        const response = await ctx.next();
        logs.push(ctx.state.log);
        return response;
      }).use(step("one"), step("two")).use("/rooms", step("path"));
    },
  );
  const around = (...names: string[]) => [...names, ...names.toReversed().map((one) => `/${one}`)];
  const cases: [string, string[]][] = [
    ["/rooms/1", around("one", "two", "files", "path", "rooms", "rooms2")],
    ["/rooms", around("one", "two", "files")],
    ["/about", around("one", "two", "files", "site")],
  ];
  for (const [path, expected] of cases) {
    logs.length = 0;
    assert.equal((await ask(app as App<unknown>, path)).status, 200);
    assert.deepEqual(logs, [expected], path);
  }
});

Deno.test("App leaves a middleware out of routes that were added before it", async () => {
  const page = { handler: { GET: () => new Response() } };
  const before = fileApp({ "/page": page }).use(() => new Response("taken"));
  assert.equal((await ask(before, "/page")).body, "");
  const after = fileApp({ "/page": page }, [], (app) => app.use(() => new Response("taken")));
  assert.equal((await ask(after, "/page")).body, "taken");
});

Deno.test("App tells the operator, not the visitor, when a handler fails", async () => {
  const secret = new Error("the password is in line 3");
  const gone = new HttpError(503);
  const failing = (error: unknown) => ({
    handler: () => {
      throw error;
    },
  });
  const app = fileApp({
    "/crash": failing(secret),
    "/gone": failing(gone),
    "/teapot": failing(new HttpError(418, "short and stout")),
  });
  const logged = await errorsLogged(async () => {
    assert.deepEqual((await ask(app, "/crash")).body, "Internal server error");
    assert.equal((await ask(app, "/gone")).status, 503);
    const teapot = await ask(app, "/teapot");
    assert.deepEqual([teapot.status, teapot.body], [418, "short and stout"]);
    const nothing = new App().use((() => undefined) as unknown as () => Response);
    assert.equal((await ask(nothing, "/")).status, 500);
  });
  assert.deepEqual(logged.slice(0, 2), [secret, gone]);
  assert.equal(logged.length, 3);
});

Deno.test("Context.redirect stays on this site when it is given a path", async () => {
  const cases = [
    ["/", "/"],
    ["/rooms/1", "/rooms/1"],
    ["//evil.example/a", "/evil.example/a"],
    ["/\\evil.example", "/evil.example"],
    ["/a//b?next=//c#//d", "/a/b?next=//c#//d"],
    ["/a#x?y//z", "/a#x?y//z"],
    ["https://other.example//a", "https://other.example//a"],
    ["rooms", "rooms"],
  ];
  for (const [to, location] of cases) {
    const app = new App().use((ctx) => ctx.redirect(to, 303));
    const answer = await ask(app, "/");
    assert.deepEqual([answer.status, answer.headers.get("location")], [303, location], to);
  }
});

Deno.test("Context answers as text, HTML and JSON", async () => {
  const answer = (handler: Middleware<unknown>) => ask(new App().use(handler), "/");
  const text = await answer((ctx) => ctx.text("a", { status: 201 }));
  assert.deepEqual([text.status, text.body], [201, "a"]);
  const html = await answer((ctx) => ctx.html("<b>", { headers: { "x-a": "b" } }));
  assert.equal(html.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(html.headers.get("x-a"), "b");
  const json = await answer((ctx) => ctx.json({ a: 1 }));
  assert.equal(json.headers.get("content-type"), "application/json");
});

Deno.test("fsRoutes throws, naming the file, when a route module is none", () => {
  const cases: Record<string, unknown>[] = [{}, { other: 1 }, { handler: [() => new Response()] }];
  for (const module of cases) {
    assert.throws(() => fileApp({ "/broken": module }).handler(), /"\/broken"/);
  }
  assert.throws(() => fileApp({ "/_middleware": { handler: {} } }).handler(), /"\/_middleware"/);
});
