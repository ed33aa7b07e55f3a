import { createApp } from "../../client/create_app.ts";
import { LoginTable } from "../../client/session/login_table.ts";
import { SessionStore, type SessionStoreOptions } from "../../client/session/session_store.ts";
import type { ClientSettings } from "../../client/session/client_settings.ts";
import { addressText } from "../../client/shared/server_address.ts";
import { builtPages } from "./built_pages.ts";

export interface TestClient {
  origin: string;
  /** Reports to the operator. */
  reports: string[];
  sessions: SessionStore;
  logins: LoginTable;
  handler(request: Request): Promise<Response>;
  browser(): TestBrowser;
  /** Logs a browser in with this token, whatever the server says of it. */
  give(browser: TestBrowser, token: string): void;
  close(): void;
}

/** Starts the web client in this process, for a server on this port. */
export async function startTestClient(
  server: { port: number },
  settings:
    & Partial<ClientSettings & Pick<SessionStoreOptions, "random">>
    & { logins?: LoginTable } = {},
): Promise<TestClient> {
  const reports: string[] = [];
  const all = {
    server: { hostname: "127.0.0.1", port: server.port },
    host: "127.0.0.1",
    report: (line: string) => reports.push(line),
    ...settings,
  };
  const { logins = new LoginTable() } = settings;
  const sessions = new SessionStore(all);
  const app = createApp({ settings: all, sessions, logins });
  (await builtPages())(app);
  const handler = app.handler();
  const origin = "http://127.0.0.1:7080";
  return {
    origin,
    reports,
    sessions,
    logins,
    handler,
    browser: () =>
      new TestBrowser(origin, handler, (key) => logins.token(key, addressText(all.server))),
    give(browser, token) {
      const login = { username: "alice", token, expires_at: "2099-01-01T00:00:00.000Z" };
      const key = logins.add({ server: addressText(all.server), ...login });
      browser.cookies.set("chung_session_7080", key);
    },
    close: () => sessions.close(),
  };
}

/** Stores cookies and sends a browser's headers; doesn't follow redirects. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;
  readonly #handler: (request: Request) => Promise<Response>;
  readonly #tokenOf: (key: string) => string | null;

  constructor(
    origin: string,
    handler: (request: Request) => Promise<Response>,
    tokenOf: (key: string) => string | null,
  ) {
    this.#origin = origin;
    this.#handler = handler;
    this.#tokenOf = tokenOf;
  }

  /** The token of the logged-in user, "" where nobody is logged in at the current server. */
  get token(): string {
    return [...this.cookies.values()].map(this.#tokenOf).find((token) => token !== null) ?? "";
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return await this.#send(path, { headers });
  }

  async head(path: string): Promise<Response> {
    return await this.#send(path, { method: "HEAD" });
  }

  async post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {
      "origin": this.#origin,
      "sec-fetch-site": "same-origin",
    },
  ): Promise<Response> {
    return await this.#send(path, { method: "POST", headers, body: new URLSearchParams(fields) });
  }

  /** Posts a form with the file `file`. */
  async upload(path: string, content: BlobPart): Promise<Response> {
    const body = new FormData();
    body.set("file", new File([content], "tasks.csv", { type: "text/csv" }));
    const headers = { "origin": this.#origin, "sec-fetch-site": "same-origin" };
    return await this.#send(path, { method: "POST", headers, body });
  }

  /** Registers, which also logs in. */
  async join(username: string, password = "matkhau-123"): Promise<void> {
    const response = await this.post("/register", { username, password });
    await response.body?.cancel();
    if (this.cookies.size === 0) throw new Error(`${username} could not register`);
  }

  /** Creates a project and returns its path. */
  async makeProject(name: string, members = ""): Promise<string> {
    const response = await this.post("/", { name, members });
    await response.body?.cancel();
    const location = response.headers.get("location") ?? "";
    if (!location.startsWith("/projects/")) throw new Error(`no project: ${response.status}`);
    return location.split("?")[0];
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const request = new Request(new URL(path, this.#origin), init);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (cookie !== "") request.headers.set("cookie", cookie);
    const response = await this.#handler(request);
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split("; ");
      const [name, value] = pair.split("=");
      if (attributes.includes("Max-Age=0")) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}
