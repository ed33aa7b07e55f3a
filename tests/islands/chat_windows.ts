import assert from "node:assert/strict";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { createApp } from "../../client/create_app.ts";
import { LoginTable } from "../../client/session/login_table.ts";
import { SessionStore } from "../../client/session/session_store.ts";
import type { Commit } from "../../lib/store/commit.ts";
import { openSqliteStore } from "../../lib/store/sqlite/open_sqlite_store.ts";
import type { Store } from "../../lib/store/store.ts";
import { builtPages } from "../client/built_pages.ts";
import { startTestServer, type TestServer } from "../server_fixture.ts";

/** Browser windows on the real client and server. */
export interface ChatWindows {
  /** Opens a browser of its own, of somebody who is not logged in. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** Registers a user in a browser of their own, and shows the project list. */
  join(username: string, options?: BrowserContextOptions): Promise<Page>;
  origin: string;
  /** The port for plain connections. */
  serverPort: number;
  /** Runs a request as the operator, who gives `-` for an admin's token. */
  operate(line: string): Promise<string>;
  /** Stops the server; `startServer` starts it again with the same data and port. */
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  /** Adds many messages at once while the server is stopped, by the first project's members in turn. */
  fill(authors: string[], texts: Iterable<string>): Promise<void>;
  /** Adds many tasks at once to the first project while the server is stopped. */
  fillBoard(author: string, titles: Iterable<string>): Promise<void>;
  /** Script errors and content security policy violations on any page. */
  scriptErrors: string[];
}

/** @param browser whose windows are closed at the end, and which stays open */
export async function withChatWindows(
  browser: Browser,
  run: (windows: ChatWindows) => Promise<void>,
): Promise<void> {
  const directory = await Deno.makeTempDir({ prefix: "chung-test-" });
  let server: TestServer | null = await startTestServer({}, { directory });
  const { port } = server;
  const settings = {
    server: { hostname: "127.0.0.1", port },
    host: "127.0.0.1",
    report: () => {},
  };
  const sessions = new SessionStore(settings);
  const app = createApp({ settings, sessions, logins: new LoginTable() });
  (await builtPages())(app);
  const web = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, app.handler());
  const origin = `http://127.0.0.1:${web.addr.port}`;
  const scriptErrors: string[] = [];
  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: "en-GB", ...options });
    const page = await context.newPage();
    page.on("pageerror", (error) => scriptErrors.push(String(error)));
    page.on("console", (line) => {
      if (/content security policy/i.test(line.text())) scriptErrors.push(line.text());
    });
    return page;
  }
  try {
    await run({
      origin,
      serverPort: port,
      scriptErrors,
      open,
      async join(username, options) {
        const page = await open(options);
        // As the form does, but without its page: tests/browser registers there.
        const registered = await page.request.post(`${origin}/register`, {
          headers: { origin },
          form: { username, password: "matkhau-123", tag: crypto.randomUUID() },
          maxRedirects: 0,
        });
        assert.equal(registered.status(), 303);
        await page.goto(`${origin}/`);
        return page;
      },
      operate: (line) => server!.operate(line),
      async stopServer() {
        await server?.close();
        server = null;
      },
      async startServer() {
        server = await startTestServer({ port }, { directory });
      },
      fill: (authors, texts) =>
        fill(
          `${directory}/data`,
          authors,
          texts,
          (store, userId, text) =>
            store.write("addMessage", { projectId: 1, userId, text, at: Date.now(), tag: null }),
        ),
      fillBoard: (author, titles) =>
        fill(
          `${directory}/data`,
          [author],
          titles,
          (store, userId, title) =>
            store.write("createTask", { projectId: 1, userId, title, at: Date.now(), tag: null }),
        ),
    });
  } finally {
    await Promise.all(browser.contexts().map((context) => context.close()));
    sessions.close();
    await web.shutdown();
    await server?.close();
    await Deno.remove(directory, { recursive: true });
  }
}

/** A write waits in memory for its commit: this many at once keep the number of commits low. */
const AT_ONCE = 2_000;

async function fill(
  path: string,
  authors: string[],
  texts: Iterable<string>,
  add: (store: Store, userId: number, text: string) => Commit<unknown>,
): Promise<void> {
  const store = await openSqliteStore({ path });
  try {
    const accounts = await Promise.all(authors.map((name) => store.findAccount(name)));
    let waiting: Promise<unknown>[] = [];
    let count = 0;
    for (const text of texts) {
      const userId = accounts[count++ % accounts.length]!.id;
      waiting.push(add(store, userId, text).promise());
      if (waiting.length < AT_ONCE) continue;
      await Promise.all(waiting);
      waiting = [];
    }
    await Promise.all(waiting);
  } finally {
    await store.close();
  }
}
