import assert from "node:assert/strict";
import { type Answer, HONEST, HostileServer } from "./hostile_server.ts";
import { markupOf } from "../markup_of.ts";
import { startTestClient, type TestBrowser } from "../test_browser.ts";
import { JSON_WANTED } from "../with_browsers.ts";

/** Markup that must never reach a response unescaped. */
const MARK = "<x-mark>";

/** JSON that resembles a Preact element; it must not be rendered as one. */
const ELEMENT = JSON.stringify({
  type: "script",
  props: { dangerouslySetInnerHTML: { __html: MARK } },
  key: null,
  ref: null,
  constructor: null,
  __k: null,
  __: null,
  __b: 0,
  __e: null,
  __c: null,
  __v: 0,
  __i: -1,
  __u: 0,
});

const DEEP = "[".repeat(200_000) + "]".repeat(200_000);

/** Returns the honest answer with every value of one kind replaced. */
function everywhere(pattern: RegExp, replacement: string) {
  return (action: string): Answer => ({
    json: (HONEST[action] ?? "{}").replace(pattern, replacement),
  });
}

/** Keeps the honest answers for streams, so that they start; for streams that don't, see hostile_streams_test.ts. */
function butStreams(answers: (action: string) => Answer | undefined) {
  return (action: string) => action === "enter" || action === "watch" ? undefined : answers(action);
}

/** Keeps the honest answer for whoami, so that pages are rendered. */
function butWhoami(answers: (action: string) => Answer | undefined) {
  return (action: string) => action === "whoami" ? undefined : answers(action);
}

const events = (...lines: string[]) => (action: string): Answer | undefined => {
  if (action !== "enter" && action !== "watch") return undefined;
  return { lines: [`ok ${action} ${HONEST[action]}`, ...lines, ""].join("\n") };
};

const message = (fields: string) => `event chat {"project_id":1,${fields}}`;

const CASES: [what: string, answers: (action: string) => Answer | undefined][] = [
  ["nothing hostile", () => undefined],
  [
    "keys that are no keys",
    everywhere(/\{/g, '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'),
  ],
  ["no fields at all", () => ({ json: "{}" })],
  ["no fields but of whoami", butWhoami(() => ({ json: "{}" }))],
  ["null everywhere", butWhoami(everywhere(/:("[^"]*"|\d+|\[|\{)(?=[,}])/g, ":null"))],
  ["null for lists and objects", butWhoami(everywhere(/:[[{].*[\]}](?=\}$)/, ":null"))],
  ["text for lists and objects", butWhoami(everywhere(/:[[{].*[\]}](?=\}$)/, `:"${MARK}"`))],
  ["numbers for texts", everywhere(/:"[^"]*"/g, ":5")],
  ["elements for texts", everywhere(/:"[^"]*"/g, `:${ELEMENT}`)],
  ["elements for texts, but of whoami", butWhoami(everywhere(/:"[^"]*"/g, `:${ELEMENT}`))],
  ["markup for texts", everywhere(/:"[^"]*"/g, `:"\\"'></script></title>${MARK}{{7*7}}"`)],
  ["markup for numbers", everywhere(/:\d+(?=[,}])/g, `:"\\"></a>${MARK}"`)],
  [
    "other addresses for numbers",
    butWhoami(everywhere(/:\d+(?=[,}])/g, ':"/../..//evil.example/"')),
  ],
  [
    "line breaks for numbers",
    butWhoami(everywhere(/:\d+(?=[,}])/g, ':"5\\ndata: 1\\n\\nevent: ended"')),
  ],
  ["numbers below zero", everywhere(/:\d+(?=[,}])/g, ":-1")],
  ["numbers beyond all", everywhere(/:\d+(?=[,}])/g, ":1e999")],
  ["times that are none", everywhere(/"2\d+-[^"]*"/g, `"9${"9".repeat(300)}"`)],
  ["what is too deep to be written", butWhoami(everywhere(/"(Website|hi)"/g, DEEP))],
  ["a line of 4 MiB", butWhoami(everywhere(/"hi"/g, `"${"x".repeat(4 * 1024 * 1024)}"`))],
  [
    "a line that is too long",
    (action) =>
      action === "history"
        ? { lines: `ok history {"a":"${"x".repeat(17 * 1024 * 1024)}"}\n` }
        : undefined,
  ],
  [
    "a refusal in markup",
    butWhoami(butStreams((action) => ({
      lines: `TAG err ${action} bad_request ${MARK}: ${MARK}; in 5 s\n`,
    }))),
  ],
  [
    "a refusal without words",
    butWhoami(butStreams((action) => ({ lines: `TAG err ${action} ${MARK}\n` }))),
  ],
  [
    "an answer to nobody",
    butWhoami((action) => ({ lines: `TAG ok ${action} {}\nok ${action} {}\n` })),
  ],
  ["another protocol", () => ({ lines: "HTTP/1.1 200 OK\r\n\r\n<html>\n" })],
  ["bytes", () => ({ lines: "\u0000\u0001\ufffd\n" })],
  [
    "events of rooms that nobody entered",
    events(
      'event chat {"id":9,"project_id":99,"user":"x","message":"y","timestamp":"z"}',
      'event members {"project_id":99,"added":["x"],"removed":["eve"],"by":"x"}',
      'event unread {"project_id":99,"unread":5,"message":null}',
      'event project {"change":"renamed","project":{"id":99,"name":"x"}}',
    ),
  ],
  [
    "events that are none",
    events(
      "event __proto__ {}",
      'event constructor {"project_id":1}',
      `event ${MARK} {}`,
      'event connection {"online":false}',
      'event ended {"reason":"x"}',
    ),
  ],
  ["events without anything", events("event chat {}", "event edit {}", "event mention {}")],
  [
    "changed tasks that are none",
    events(
      "event task {}",
      'event task {"task":{"id":1},"change":null}',
      'event task {"task":null,"change":{"id":1,"change":"import"},"reordered":true}',
    ),
  ],
  ["events without people", events('event members {"project_id":1}')],
  ["events without a project", events('event project {"change":"renamed"}')],
  [
    "an event with line breaks for a number",
    events(
      message('"id":"5\\ndata: 1\\n\\nevent: ended","user":"x","message":"y","timestamp":"z"'),
    ),
  ],
  [
    "an event too deep to be written",
    events(
      message(`"id":9,"user":${DEEP},"message":"y","timestamp":"z"`),
    ),
  ],
  [
    "lists that never end",
    (action) => ({
      json: (HONEST[action] ?? "{}").replace('"more":false', '"more":true,"next":"again"'),
    }),
  ],
  [
    "a token that is none",
    (action) =>
      action === "login"
        ? { json: '{"token":"a\\r\\nset-cookie: b=c","expires_at":"\\r\\n"}' }
        : undefined,
  ],
];

/** Milliseconds for which a stream is read. */
const STREAM_MS = 25;

async function read(response: Response): Promise<string> {
  const { headers } = response;
  const exported = headers.has("content-disposition");
  if (!exported && !/event-stream/.test(headers.get("content-type") ?? "")) {
    return await response.text();
  }
  // Reads only the start of a stream or an exported file, because it may never end.
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const gone = setTimeout(() => reader.cancel().catch(() => {}), STREAM_MS);
  try {
    for (let piece; !(piece = await reader.read()).done;) text += piece.value;
  } catch {
    // It was broken off; a browser would reconnect.
  }
  clearTimeout(gone);
  return text;
}

function requests(browser: TestBrowser): [what: string, ask: () => Promise<Response>][] {
  const gets = [
    ...["/", "/projects/1", "/projects/1?at=1", "/projects/1?before=9", "/projects/1/messages/1"],
    ...[
      "/projects/1/search?q=hi",
      "/projects/1/messages?before=9",
      "/events",
      "/projects/1/events",
    ],
    ...["/projects/1/board", "/projects/1/board?task=1", "/tasks", "/tasks/mine.json"],
    ...["/projects/1/room.json", "/projects/1/export/tasks.csv", "/projects/1/import"],
    "/projects/1/export/project.jsonl",
  ];
  const posts: [string, Record<string, string>, boolean][] = [
    ["/projects/1", { message: "hi" }, true],
    ["/projects/1", { message: "hi" }, false],
    ["/projects/1/messages/1", { do: "edit", message: "ho" }, true],
    ["/projects/1/read", { message: "1" }, true],
    ["/projects/1/tasks", { title: "hi" }, true],
    ["/projects/1/tasks", { title: "hi" }, false],
    ["/projects/1/tasks/1", { do: "move", status: "todo", undo: "1" }, false],
    ["/login", { username: "eve", password: "matkhau-123" }, false],
  ];
  return [
    ...gets.map((path): [string, () => Promise<Response>] => [path, () => browser.get(path)]),
    ...posts.map(([path, fields, json]): [string, () => Promise<Response>] => [
      `POST ${path}`,
      () => json ? browser.post(path, fields, JSON_WANTED) : browser.post(path, fields),
    ]),
  ];
}

for (const [what, answers] of CASES) {
  // Guard (web): a hostile server runs nothing in the client
  Deno.test(`a hostile server runs nothing in the client and stops nothing: ${what}`, async () => {
    const server = new HostileServer(answers);
    const client = await startTestClient(server);
    try {
      const browser = client.browser();
      for (const [asked, ask] of requests(browser)) {
        client.give(browser, "a.b.c");
        const late = Promise.withResolvers<never>();
        const timer = setTimeout(() => late.reject(new Error(`${asked}: no answer`)), 3_000);
        const response = await Promise.race([ask(), late.promise]);
        const text = await Promise.race([read(response), late.promise]);
        clearTimeout(timer);
        const type = response.headers.get("content-type") ?? "";
        if (/html/.test(type)) {
          assert.ok(!markupOf(text).includes(MARK), `${asked}: ${text.slice(0, 3_000)}`);
        }
        if (/event-stream/.test(type)) {
          assert.doesNotMatch(text, /^(data|event): (1|ended)$/m, asked);
        }
        const location = response.headers.get("location") ?? "/";
        assert.match(location, /^\/(?![/\\])/, asked);
        assert.equal(response.headers.get("x-content-type-options"), "nosniff", asked);
        if (what === "nothing hostile") {
          assert.ok(response.status < 400, `${asked}: ${response.status}`);
        }
      }
      assert.equal(({} as { polluted?: number }).polluted, undefined);
    } finally {
      client.close();
      server.close();
    }
  });
}
