import { CHUNG_LOCALHOST } from "../../lib/loopback.ts";
import type { Certificate } from "../../lib/net/tls/certificate.ts";
import { addressText } from "../shared/server_address.ts";
import { CLIENT_OPTIONS } from "./client_options.ts";
import { systemKnowsPagesName } from "./pages_name.ts";

export type PagesHandler = Deno.ServeHandler<Deno.NetAddr>;

export interface PagesServerOptions {
  host: string;
  /** To serve the pages by HTTPS. */
  certificate: Certificate | null;
  /** Whether only this machine opens the pages, under whatever name it has for itself. */
  local: boolean;
  report: (line: string) => void;
}

/** The host that only this machine reaches, where the pages are unless an option says otherwise. */
const DEFAULT_HOST = CLIENT_OPTIONS.host.default;
/** The loopback address that browsers try as well where a name stands for this machine. */
const OTHER_HOST = "::1";

/** Milliseconds until the port that was just given up is tried again, and for which it is. */
const RETRY_MS = 1;
const RETRIED_MS = 5_000;

interface Listening {
  hostname: string;
  port: number;
  handler: PagesHandler;
  server: Deno.HttpServer;
}

/** Serves the pages to browsers. */
export class PagesServer {
  readonly #options: PagesServerOptions;
  #certificate: Certificate | null;
  #listening: Listening[] = [];
  /** Servers that accept no more, but still have connections. */
  readonly #ending = new Set<Promise<void>>();
  #renewal = Promise.resolve();
  #closed = false;
  /** Whether the system knows the pages' name. */
  #named = false;

  constructor(options: PagesServerOptions) {
    this.#options = options;
    this.#certificate = options.certificate;
  }

  /** Finds out how the pages can be called. */
  async prepare(): Promise<void> {
    const { host, local } = this.#options;
    this.#named = local && host === DEFAULT_HOST && await systemKnowsPagesName();
  }

  /**
   * Begins to serve the pages and returns their URL.
   * @throws {Error} with a one-line message, if it can't listen there
   */
  listen(port: number, handler: PagesHandler): string {
    const { host, local } = this.#options;
    let address: Deno.NetAddr;
    try {
      address = this.#listenOn(host, port, handler);
    } catch (error) {
      throw new Error(listenProblem(error, host, port), { cause: error });
    }
    const beside = local && host === DEFAULT_HOST;
    const alone = !beside || this.#listenBeside(address.port, handler);
    const hostname = this.#named && alone ? CHUNG_LOCALHOST : address.hostname;
    return `${this.#protocol}//${addressText({ hostname, port: address.port })}`;
  }

  /**
   * Shows another certificate to new connections; those that are open stay as they are. Deno can't change the one of a
   * server, so that for some milliseconds nothing listens.
   * @throws {Error} with a one-line message, if another program has taken the port meanwhile
   */
  renew(certificate: Certificate): Promise<void> {
    return this.#renewal = this.#renewal.then(() => this.#renew(certificate));
  }

  /** Resolves when the responses in progress have been sent. */
  async shutdown(): Promise<void> {
    this.#closed = true;
    for (const { server } of this.#listening) this.#end(server);
    await Promise.all(this.#ending);
  }

  get #protocol(): string {
    return this.#certificate === null ? "http:" : "https:";
  }

  async #renew(certificate: Certificate): Promise<void> {
    this.#certificate = certificate;
    const before = this.#listening;
    this.#listening = [];
    for (const { hostname, port, handler, server } of before) {
      this.#end(server);
      await this.#listenAgain(hostname, port, handler);
    }
  }

  #end(server: Deno.HttpServer): void {
    const ending = server.shutdown().finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }

  /** Listens where a server has just begun to end, as soon as it has given up the port. */
  async #listenAgain(hostname: string, port: number, handler: PagesHandler): Promise<void> {
    for (let tries = RETRIED_MS / RETRY_MS; !this.#closed; tries--) {
      try {
        this.#listenOn(hostname, port, handler);
        return;
      } catch (error) {
        if (!(error instanceof Deno.errors.AddrInUse) || tries <= 0) {
          throw new Error(listenProblem(error, hostname, port), { cause: error });
        }
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  #listenOn(hostname: string, port: number, handler: PagesHandler): Deno.NetAddr {
    const server = Deno.serve({
      hostname,
      port,
      // Compressed, a page fits into TCP's initial congestion window: one round trip instead of three.
      automaticCompression: true,
      onListen() {},
      // The handler answers its own errors; what breaks off later, as an export does, has told the person.
      onError: () => new Response(null, { status: 500 }),
      ...this.#certificate,
    }, handler);
    this.#listening.push({ hostname, port: server.addr.port, handler, server });
    return server.addr;
  }

  /**
   * Listens on the other loopback address too: a browser may go there first for a name, and would give its cookie to
   * whatever program has the port there. Reports whether no other program has it.
   */
  #listenBeside(port: number, handler: PagesHandler): boolean {
    try {
      this.#listenOn(OTHER_HOST, port, handler);
    } catch (error) {
      // Without IPv6 nobody listens there.
      if (!(error instanceof Deno.errors.AddrInUse)) return true;
      this.#options.report(
        `chung: warning: another program has port ${port} on ${OTHER_HOST}, where a browser may ` +
          `go for localhost and ${CHUNG_LOCALHOST}: open ${this.#protocol}//${DEFAULT_HOST}:${port} instead`,
      );
      return false;
    }
    return true;
  }
}

function listenProblem(error: unknown, host: string, port: number): string {
  if (error instanceof Deno.errors.AddrInUse) {
    return `port ${port} on ${host} is in use: stop the program that listens there, or choose another port with --port (CHUNG_CLIENT_PORT)`;
  }
  if (error instanceof Deno.errors.AddrNotAvailable) {
    return `${host} is not an address of this machine: choose another with --host`;
  }
  if (error instanceof Deno.errors.PermissionDenied) {
    return `this account may not listen on port ${port}: choose another with --port (CHUNG_CLIENT_PORT)`;
  }
  return error instanceof Error ? error.message : String(error);
}
