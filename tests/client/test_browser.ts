import { createApp } from "../../client/create_app.ts";
import { builder } from "../../client/build.ts";
import { SessionStore, type SessionStoreOptions } from "../../client/session/session_store.ts";
import type { ClientSettings } from "../../client/session/client_settings.ts";

/** The real routes and islands, built once: by the first test, since esbuild's process has to end in it. */
let build: ReturnType<typeof builder.build> | undefined;

export interface TestClient {
  origin: string;
  /** What the operator was told. */
  reports: string[];
  sessions: SessionStore;
  handler(request: Request): Promise<Response>;
  browser(): TestBrowser;
  close(): void;
}

/** The web client in this process, for a server on this port. */
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

/** Keeps cookies and says of its requests what browsers say; follows no redirects. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;
  readonly #handler: (request: Request) => Promise<Response>;

  constructor(origin: string, handler: (request: Request) => Promise<Response>) {
    this.#origin = origin;
    this.#handler = handler;
  }

  /** Of whoever is logged in. */
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

  /** Registers, which logs in as well. */
  async join(username: string, password = "matkhau-123"): Promise<void> {
    const response = await this.post("/register", { username, password });
    await response.body?.cancel();
    if (this.cookies.size === 0) throw new Error(`${username} could not register`);
  }

  /** Makes a project; gives its path. */
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
