import { LineClient } from "../line_client.ts";
import { startTestServer, type TestServer } from "../server_fixture.ts";
import { exchange, headerOf, type RawAnswer } from "./hostile/raw_http.ts";
import { startTestClient, type TestClient } from "./test_browser.ts";

const PASSWORD = "matkhau-123";

/** The web client on a real port, its server, and a member of a project with one message. */
export interface ServedClient {
  server: TestServer;
  client: TestClient;
  port: number;
  /** The session cookie of the member. */
  cookie: string;
  token: string;
  /** The path of her project. */
  path: string;
  /** A plain connection to the server. */
  line: LineClient;
  /** Sends a request like her browser and returns the response. */
  asHerself(method: string, target: string, fields?: Record<string, string>): Promise<RawAnswer>;
}

export async function withServedClient(
  run: (served: ServedClient) => Promise<void>,
): Promise<void> {
  const server = await startTestServer();
  const client = await startTestClient(server);
  const web = Deno.serve(
    { hostname: "127.0.0.1", port: 0, automaticCompression: true, onListen() {} },
    client.handler,
  );
  const { port } = web.addr;
  const line = await LineClient.connect(server.port);
  const asks = asBrowser(port);
  try {
    await line.ok(`reg alice ${PASSWORD}`);
    const login = await asks("POST", "/login", "", { username: "alice", password: PASSWORD });
    const cookie = headerOf(login, "set-cookie").split(";")[0];
    const key = cookie.slice(cookie.indexOf("=") + 1);
    const token = client.logins.token(key, `127.0.0.1:${server.port}`)!;
    const { project } = await line.ok(`new_project ${token} Website`);
    await line.chat(token, project.id, "hello");
    await run({
      server,
      client,
      port,
      cookie,
      token,
      path: `/projects/${project.id}`,
      line,
      asHerself: (method, target, fields) => asks(method, target, cookie, fields),
    });
  } finally {
    client.close();
    await web.shutdown();
    await line.close();
    await server.close();
  }
}

function asBrowser(port: number) {
  return async (
    method: string,
    target: string,
    cookie: string,
    fields: Record<string, string> = {},
  ): Promise<RawAnswer> => {
    const body = method === "POST" ? new URLSearchParams(fields).toString() : "";
    const answer = await exchange(
      port,
      [
        `${method} ${target} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        "Connection: close",
        `Origin: http://127.0.0.1:${port}`,
        "Sec-Fetch-Site: same-origin",
        `Cookie: ${cookie}`,
        "Content-Type: application/x-www-form-urlencoded",
        `Content-Length: ${new TextEncoder().encode(body).length}`,
        "",
        body,
      ].join("\r\n"),
    );
    if (answer === null) throw new Error(`${method} ${target} was not answered`);
    return answer;
  };
}
