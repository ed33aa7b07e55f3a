import { createApp } from "../../client/create_app.ts";
import { builder } from "../../client/build.ts";
import { SessionStore, type SessionStoreOptions } from "../../client/session/session_store.ts";
import type { ClientSettings } from "../../client/session/client_settings.ts";

/** The real routes and islands, built once by the first test, because esbuild's process has to end within it. */
let build: ReturnType<typeof builder.build> | undefined;

export interface TestClient {
  origin: string;
  /** Reports to the operator. */
  reports: string[];
  sessions: SessionStore;
  handler(request: Request): Promise<Response>;
  browser(): TestBrowser;
  close(): void;
}

/** Starts the web client in this process, for a server on this port. */
export async function startTestClient(
  server: { port: number },
  settings: Partial<ClientSettings & Pick<SessionStoreOptions, "random">> = {},
): Promise<TestClient> {
  const reports: string[] = [];
  const all = {
    server: { hostname: "127.0.0.1", port: server.port },
    host: "127.0.0.1",
    report: (line: string) => reports.push(line),
    ...settings,
  };
  const sessions = new SessionStore(all);
  const app = createApp({ settings: all, sessions });
  (await (build ??= builder.build({ snapshot: "memory" })))(app);
  const handler = app.handler();
  const origin = "http://127.0.0.1:7080";
  return {
    origin,
    reports,
    sessions,
    handler,
    browser: () => new TestBrowser(origin, handler),
    close: () => sessions.close(),
  };
}

/** Stores cookies and sends a browser's headers; doesn't follow redirects. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;
  readonly #handler: (request: Request) => Promise<Response>;

  constructor(origin: string, handler: (request: Request) => Promise<Response>) {
    this.#origin = origin;
    this.#handler = handler;
  }

  /** The token of the logged-in user. */
  get token(): string {
    return [...this.cookies.values()].map((value) => /~(.*)/.exec(value)?.[1]).find(Boolean) ?? "";
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
