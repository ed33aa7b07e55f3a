import { CHUNG_LOCALHOST } from "../../lib/loopback.ts";
import { addressText } from "../shared/server_address.ts";
import { CLIENT_OPTIONS } from "./client_options.ts";
import { systemKnowsPagesName } from "./pages_name.ts";

export type PagesHandler = Deno.ServeHandler<Deno.NetAddr>;

/** The host that only this machine reaches, where the pages are unless an option says otherwise. */
const DEFAULT_HOST = CLIENT_OPTIONS.host.default;
/** The loopback address that browsers try as well where a name stands for this machine. */
const OTHER_HOST = "::1";

/** Serves the pages to browsers. */
export class PagesServer {
  readonly #host: string;
  readonly #report: (line: string) => void;
  readonly #servers: Deno.HttpServer[] = [];
  /** Whether the system knows the pages' name. */
  #named = false;

  constructor(host: string, report: (line: string) => void) {
    this.#host = host;
    this.#report = report;
  }

  /** Finds out how the pages can be called. */
  async prepare(): Promise<void> {
    this.#named = this.#host === DEFAULT_HOST && await systemKnowsPagesName();
  }

  /**
   * Begins to serve the pages and returns their URL.
   * @throws {Error} with a one-line message, if it can't listen there
   */
  listen(port: number, handler: PagesHandler): string {
    let address: Deno.NetAddr;
    try {
      address = this.#listenOn(this.#host, port, handler);
    } catch (error) {
      throw new Error(listenProblem(error, this.#host, port), { cause: error });
    }
    const alone = this.#host !== DEFAULT_HOST || this.#listenBeside(address.port, handler);
    const hostname = this.#named && alone ? CHUNG_LOCALHOST : address.hostname;
    return `http://${addressText({ hostname, port: address.port })}`;
  }

  /** Resolves when the responses in progress have been sent. */
  async shutdown(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.shutdown()));
  }

  #listenOn(hostname: string, port: number, handler: PagesHandler): Deno.NetAddr {
    const server = Deno.serve({
      hostname,
      port,
      // Compressed, a page fits into TCP's initial congestion window: one round trip instead of three.
      automaticCompression: true,
      onListen() {},
    }, handler);
    this.#servers.push(server);
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
      this.#report(
        `chung: warning: another program has port ${port} on ${OTHER_HOST}, where a browser may ` +
          `go for localhost and ${CHUNG_LOCALHOST}: open http://${DEFAULT_HOST}:${port} instead`,
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
  return error instanceof Error ? error.message : String(error);
}
