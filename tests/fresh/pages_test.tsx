import assert from "node:assert/strict";
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { App, createDefine, HttpError, page, type PageProps } from "fresh";
import { Head } from "fresh/runtime";
import { ask, errorsLogged, fileApp } from "./file_app.ts";

const define = createDefine<{ who?: string }>();

function Wrapper(name: string) {
  return ({ Component, state }: PageProps<unknown, { who?: string }>) => (
    <div class={name} data-who={state.who}>
      <Component />
    </div>
  );
}

const shell = define.layout(({ Component }) => (
  <html lang="vi">
    <head>
      <title>App</title>
      <meta name="description" content="app" />
      <meta name="viewport" content="app" />
    </head>
    <body>
      <Component />
    </body>
  </html>
));

Deno.test("render nests a page in its layouts and in _app, the outermost folder outside", async () => {
  const body = () => <h1>page</h1>;
  const app = fileApp({
    "/_app": { default: shell },
    "/_layout": { default: Wrapper("root") },
    "/rooms/_layout": { default: Wrapper("rooms") },
    "/(site)/_layout": { default: Wrapper("site"), config: { skipInheritedLayouts: true } },
    "/bare/_layout": { default: Wrapper("bare"), config: { skipAppWrapper: true } },
    "/rooms/[id]": { default: body },
    "/(site)/about": { default: body },
    "/bare/index": { default: body },
    "/alone": { default: body, config: { skipInheritedLayouts: true, skipAppWrapper: true } },
  });
  const inside = async (path: string) => {
    const { body } = await ask(app, path);
    return /<body>(.*)<\/body>/.exec(body)![1];
  };
  assert.equal(
    await inside("/rooms/1"),
    '<div class="root"><div class="rooms"><h1>page</h1></div></div>',
  );
  assert.equal(await inside("/about"), '<div class="site"><h1>page</h1></div>');
  assert.equal(
    await inside("/bare"),
    '<div class="root"><div class="bare"><h1>page</h1></div></div>',
  );
  assert.equal(
    (await ask(app, "/alone")).body,
    '<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><h1>page</h1></body></html>',
  );
  assert.match((await ask(app, "/bare")).body, /^<!DOCTYPE html><html><head>/);
});

Deno.test("render awaits async pages, layouts and _app, and takes a Response of theirs", async () => {
  const handler = define.handlers({
    GET: (ctx) => page({ name: ctx.url.searchParams.get("name") }, { status: 203 }),
  });
  const app = fileApp({
    "/_app": {
      default: async ({ Component }: PageProps) => {
        await Promise.resolve();
        return <main>{<Component />}</main>;
      },
    },
    "/_layout": {
      default: async ({ Component, url }: PageProps) => {
        await Promise.resolve();
        if (url.searchParams.has("stop")) return new Response("stopped", { status: 402 });
        return <section>{<Component />}</section>;
      },
    },
    "/index": {
      handler,
      default: define.page<typeof handler>(async ({ data, Component }) => {
        await Promise.resolve();
        assert.equal(typeof Component, "function");
        return <p>{data.name}</p>;
      }),
    },
  });
  const answer = await ask(app, "/?name=<Lan>");
  assert.equal(answer.status, 203);
  assert.match(answer.body, /<main><section><p>&lt;Lan><\/p><\/section><\/main>/);
  const stopped = await ask(app, "/?stop");
  assert.deepEqual([stopped.status, stopped.body], [402, "stopped"]);
});

Deno.test("render gives the page what the handler returned, and GET to a page with only POST", async () => {
  const app = fileApp({
    "/form": {
      handler: {
        POST: () => page({ again: "yes" }, { status: 422, headers: [["x-form", "1"]] }),
      },
      default: ({ data }: PageProps<{ again?: string }>) => <p>{data.again ?? "first"}</p>,
    },
  });
  assert.match((await ask(app, "/form")).body, /<p>first<\/p>/);
  const posted = await ask(app, "/form", { method: "POST" });
  assert.match(posted.body, /<p>yes<\/p>/);
  assert.deepEqual([posted.status, posted.headers.get("x-form")], [422, "1"]);
  assert.equal(posted.headers.get("content-type"), "text/html; charset=utf-8");
});

Deno.test("Head puts its elements into <head>, in the place of those with their key", async () => {
  const app = fileApp({
    "/_app": { default: shell },
    "/index": {
      default: () => (
        <>
          <Head>
            <title>First</title>
            <meta name="description" content="first" />
          </Head>
          <Head>
            <title>Last</title>
            <link key="css" rel="stylesheet" href="/a.css" />
            <link key="css" rel="stylesheet" href="/b.css" />
          </Head>
          <p>body</p>
        </>
      ),
    },
  });
  const { body } = await ask(app, "/");
  const head = /<head>(.*)<\/head>/.exec(body)![1];
  assert.equal(
    head,
    '<title>Last</title><meta name="description" content="first"/>' +
      '<meta name="viewport" content="app"/><link rel="stylesheet" href="/b.css"/>',
  );
  assert.match(body, /<body><p>body<\/p><\/body>/);
});

Deno.test("_error shows the error with its status, in the wrappers of its folder", async () => {
  const failing = (error: unknown) => ({
    handler: () => {
      throw error;
    },
  });
  const errorPage = (name: string) => ({
    default: ({ error }: PageProps) => (
      <p>{`${name}: ${error instanceof HttpError ? error.message || error.status : "crash"}`}</p>
    ),
  });
  const app = fileApp({
    "/_app": { default: shell },
    "/_layout": { default: Wrapper("root") },
    "/_error": errorPage("root"),
    "/rooms/_error": errorPage("rooms"),
    "/rooms/_layout": { default: Wrapper("rooms") },
    "/rooms/deep/_layout": { default: Wrapper("deep") },
    "/rooms/deep/crash": failing(new TypeError("secret")),
    "/teapot": failing(new HttpError(418, "tea")),
    "/quiet/_error": {
      default: errorPage("quiet").default,
      config: { skipInheritedLayouts: true },
    },
    "/quiet/x": failing(new HttpError(403)),
  });
  const cases: [string, number, string][] = [
    ["/teapot", 418, '<div class="root"><p>root: tea</p></div>'],
    ["/none", 404, '<div class="root"><p>root: 404</p></div>'],
    ["/quiet/x", 403, "<p>quiet: 403</p>"],
    [
      "/rooms/deep/crash",
      500,
      '<div class="root"><div class="rooms"><p>rooms: crash</p></div></div>',
    ],
  ];
  for (const [path, status, html] of cases) {
    const answer = await ask(app, path);
    assert.equal(answer.status, status, path);
    assert.ok(answer.body.includes(`<body>${html}</body>`), answer.body);
    assert.ok(!answer.body.includes("secret"));
  }
});

Deno.test("_error answers a request whose page fails while it is rendered", async () => {
  const app = fileApp({
    "/_error": { default: () => <p>sorry</p> },
    "/index": {
      default: () => {
        throw new Error("in render");
      },
    },
    "/fine": { default: () => <p>fine</p> },
  });
  const answer = await ask(app, "/");
  assert.equal(answer.status, 500);
  assert.match(answer.body, /<p>sorry<\/p>/);
  assert.match((await ask(app, "/fine")).body, /<p>fine<\/p>/);
});

Deno.test("_404 answers for unknown paths with the status its handler gives", async () => {
  const app = fileApp({
    "/_404": {
      handler: () => page(undefined, { status: 404 }),
      default: () => <p>nothing here</p>,
    },
    "/_error": { default: () => <p>error</p> },
  });
  const answer = await ask(app, "/none");
  assert.equal(answer.status, 404);
  assert.match(answer.body, /nothing here/);
});

Deno.test("render throws when it is given no JSX", async () => {
  const app = new App().use((ctx) => ctx.render("text" as never));
  const logged = await errorsLogged(async () => {
    assert.equal((await ask(app, "/")).status, 500);
  });
  assert.ok(logged[0] instanceof TypeError);
});

function Island({ label, children }: { label?: unknown; children?: ComponentChildren }) {
  return <b>{String(label)}{children}</b>;
}

function Outer() {
  return <Island label={() => "nested"}>inside</Island>;
}

Deno.test("a page has scripts only when it has islands, and none of them inline", async () => {
  const app = fileApp({
    "/plain": { default: () => <p>plain</p> },
    "/live": { default: () => <Island label="</script><!--<script>" /> },
  }, [Island]);
  const plain = await ask(app, "/plain");
  assert.ok(!plain.body.includes("<script"));
  assert.equal(plain.headers.get("link"), null);
  const live = await ask(app, "/live");
  const scripts = [...live.body.matchAll(/<script([^>]*)>(.*?)<\/script>/g)];
  assert.deepEqual(
    scripts.map(([, attributes, content]) => [
      attributes.replace(/ nonce="\w+"/, ""),
      content === "" ? "" : JSON.parse(content),
    ]),
    [
      [' type="application/json" id="__FRSH_STATE"', {
        islands: ["/_fresh/js/build/Island.js"],
        props: [{ label: "</script><!--<script>" }],
        signals: [],
        plain: true,
      }],
      [' type="module" src="/_fresh/js/build/boot.js"', ""],
    ],
  );
  assert.match(live.headers.get("link")!, /^<\/_fresh\/js\/build\/boot.js>; rel="modulepreload", /);
});

Deno.test("an island inside an island is a component of it, and may be given anything", async () => {
  const app = fileApp({ "/": { default: () => <Outer /> } }, [Island, Outer]);
  const { body } = await ask(app, "/");
  assert.equal(body.match(/<!--frsh:island:/g)!.length, 1);
  assert.match(body, /<!--frsh:island:0--><b>.*inside<\/b><!--\/frsh:island-->/);
});

Deno.test("a page fails, naming the prop, when an island is given what can't be sent", async () => {
  const cases: [unknown, RegExp][] = [
    [{ label: <i>jsx</i> }, /Island "Island": props.label is JSX/],
    [{ children: <i>jsx</i> }, /Island "Island": props.children is JSX/],
    [{ label: () => 1 }, /props.label is a function/],
    [{ label: [{ a: new Map() }] }, /props.label\[0\].a is Map/],
    [{ label: signal(Symbol()) }, /props.label.value is a symbol/],
  ];
  for (const [props, message] of cases) {
    const app = fileApp({ "/index": { default: () => <Island {...props as object} /> } }, [Island]);
    const logged = await errorsLogged(() => ask(app, "/"));
    assert.match(String(logged[0]), message);
  }
});
