import { hostnameOf, inBrackets, isLoopback, LOOPBACK_NAMES } from "../loopback.ts";

/** The content of each path. */
export interface FiguresPages {
  /** The text of `/metrics`. */
  metrics: () => Promise<string>;
  /** The media type of that text. */
  type: string;
  /** The reason why the server can't do its work, or null. */
  problem: () => Promise<string | null>;
}

/** Tells a monitoring system over HTTP how the server is. It can be read by whoever reaches the address. */
export class FiguresServer {
  readonly #server: Deno.HttpServer<Deno.NetAddr>;

  /** Listens at once; throws what Deno.serve throws. */
  constructor(at: { hostname: string; port: number }, pages: FiguresPages) {
    const onlyHere = isLoopback(at.hostname);
    this.#server = Deno.serve({
      ...at,
      onListen() {},
      onError: () => text(500, "internal error"),
    }, (request) => answer(request, pages, onlyHere));
  }

  /** As in URLs. */
  get address(): string {
    const { hostname, port } = this.#server.addr;
    return `${inBrackets(hostname)}:${port}`;
  }

  async close(): Promise<void> {
    await this.#server.shutdown();
  }
}

async function answer(
  request: Request,
  { metrics, type, problem }: FiguresPages,
  onlyHere: boolean,
): Promise<Response> {
  // A page of the web could otherwise read them by a name that it points at this machine.
  if (onlyHere && !LOOPBACK_NAMES.has(hostnameOf(request.headers.get("host") ?? ""))) {
    return text(403, "ask by an address of this machine");
  }
  if (request.method !== "GET" && request.method !== "HEAD") return text(405, "GET only");
  switch (new URL(request.url).pathname) {
    case "/metrics":
      return text(200, await metrics(), type);
    // That it is answered says that the event loop turns.
    case "/healthz":
      return text(200, "ok\n");
    case "/readyz": {
      const found = await problem();
      return found === null ? text(200, "ok\n") : text(503, `${found}\n`);
    }
    default:
      return text(404, "there are /metrics, /healthz and /readyz\n");
  }
}

function text(status: number, body: string, type = "text/plain; charset=utf-8"): Response {
  return new Response(body, {
    status,
    headers: { "content-type": type, "cache-control": "no-store" },
  });
}
