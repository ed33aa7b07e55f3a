import { systemLanguage } from "../../lib/cli/locale.ts";
import { fileExists, seemsMissing } from "../../lib/files/file_exists.ts";
import { onStopSignal, print, report } from "../../lib/cli/program.ts";
import { CHUNG_LOCALHOST } from "../../lib/loopback.ts";
import { plaintextPagesWarning, plaintextServerWarning } from "../upstream/plaintext_warning.ts";
import { firstClientStart } from "./client_help.ts";
import { KeptLogins } from "./kept_logins.ts";
import { openBrowser } from "./open_browser.ts";
import { systemKnowsPagesName } from "./pages_name.ts";
import { CLIENT_OPTIONS, type ClientOptions, type WithServer } from "./client_options.ts";
import { RememberedServer, settingsFolder } from "./remembered_server.ts";
import { addressText, DEFAULT_SERVER, withTls } from "../shared/server_address.ts";
import { ChildServer } from "./child_server.ts";
import { readAuthorities, ServerTrust } from "../upstream/server_trust.ts";
import { LoginTable } from "../session/login_table.ts";
import { SessionStore } from "../session/session_store.ts";
import type { ClientSettings } from "../session/client_settings.ts";
import { handOver } from "./hand_over.ts";

/** Milliseconds that responses in progress may take when the program is asked to end. */
const SHUTDOWN_TIMEOUT_MS = 2_000;

/** The user's settings folder; null where the system defines none. */
export function ownSettingsFolder(): string | null {
  return settingsFolder(Deno.build.os, (name) => Deno.env.get(name));
}

/**
 * The logins of a client that serves its pages here. They are kept for its next start, unless its port is another each
 * time, which no browser comes back to.
 */
export function ownLogins({ host, port }: Pick<ClientOptions, "host" | "port">): LoginTable {
  const folder = ownSettingsFolder();
  if (folder === null || port === 0) return new LoginTable();
  const pages = addressText({ hostname: host, port });
  return new LoginTable({ keeper: new KeptLogins(folder, pages, report) });
}

type Handler = Deno.ServeHandler<Deno.NetAddr>;

/** The host that only this machine reaches, where the pages are unless an option says otherwise. */
const DEFAULT_HOST = CLIENT_OPTIONS.host.default;
/** The loopback address that browsers try as well where a name stands for this machine. */
const OTHER_HOST = "::1";

interface Serving {
  handler: Handler;
  /** Whether the system knows the pages' name. */
  named: boolean;
  /** Whether this is the first start of the user, or of the server. */
  first: boolean;
}

/** The server that the pages speak to, and how it was found. */
type ChosenServer = Pick<ClientSettings, "server" | "withServer" | "remember"> & {
  /** Whether this is the first start of the user, or of the server. */
  first: boolean;
};

/**
 * Serves the pages until the program is asked to end, or the server that it started ends.
 * @param pages the module whose default export serves the built pages
 */
export async function runClient(options: ClientOptions, pages: URL): Promise<void> {
  await new ClientProgram(pages).run(options);
}

class ClientProgram {
  readonly #pages: URL;
  #childServer: ChildServer | null = null;
  readonly #web: Deno.HttpServer[] = [];
  #sessions: SessionStore | undefined;
  #stopping = false;

  constructor(pages: URL) {
    this.#pages = pages;
  }

  async run(options: ClientOptions): Promise<void> {
    onStopSignal(() => this.#stop(0), () => {
      this.#childServer?.kill();
      Deno.exit(1);
    });
    const trust = await this.#readTrust(options);
    const { withServer } = options;
    const { first, ...chosen } = withServer === null
      ? this.#chooseServer(options)
      : await this.#startServer(withServer);
    const settings: ClientSettings = { host: options.host, trust, report, ...chosen };
    this.#sessions = new SessionStore(settings);
    handOver({ settings, sessions: this.#sessions, logins: ownLogins(options) });
    const [handler, named] = await Promise.all([
      this.#importBuilt(),
      options.host === DEFAULT_HOST && systemKnowsPagesName(),
    ]);
    if (!this.#stopping) this.#serve(options, settings, { handler, named, first });
  }

  async #readTrust({ ca }: ClientOptions): Promise<ServerTrust> {
    try {
      return new ServerTrust(ca === null ? [] : readAuthorities(ca), report);
    } catch (error) {
      return await this.#fail((error as Error).message);
    }
  }

  #chooseServer({ server: named, tls }: ClientOptions): ChosenServer {
    const folder = ownSettingsFolder();
    const remembered = folder === null ? null : new RememberedServer(folder, report);
    const server = named ?? remembered?.read() ?? DEFAULT_SERVER;
    return {
      server: tls ? withTls(server) : server,
      remember: (server) => remembered?.write(server),
      first: remembered !== null && seemsMissing(remembered.path),
    };
  }

  async #startServer(withServer: WithServer): Promise<ChosenServer> {
    const first = seemsMissing(withServer.data);
    const childServer = await this.#startChild(withServer);
    const server = await childServer.ready(print);
    if (server === null) {
      const portConflict = this.#stopping ? null : await childServer.portConflict();
      if (portConflict !== null) report(`chung: ${portConflict}`);
      const code = await childServer.ended;
      // With 1 and 2 the server has printed the reason itself.
      if (!this.#stopping && code !== 1 && code !== 2) {
        report("chung: the server can't be started: download chung-server again");
      }
      return await this.#stop(code === 2 ? 2 : 1);
    }
    childServer.ended.then((code) => {
      if (!this.#stopping) report("chung: the server has ended, so this program ends too");
      this.#stop(code === 2 ? 2 : 1);
    });
    return { server, withServer: withServer.byStartTask ? "start_task" : "option", first };
  }

  async #startChild(options: WithServer): Promise<ChildServer> {
    try {
      return this.#childServer = new ChildServer(options);
    } catch (error) {
      return await this.#fail((error as Error).message);
    }
  }

  async #importBuilt(): Promise<Handler> {
    if (!fileExists(this.#pages)) {
      await this.#fail("the pages are not built yet: run `deno task build` first");
    }
    return (await import(this.#pages.href)).default.fetch;
  }

  #serve(
    { host, port, open }: ClientOptions,
    settings: ClientSettings,
    { handler, named, first }: Serving,
  ): void {
    let address: Deno.NetAddr;
    try {
      address = this.#listen(host, port, handler);
    } catch (error) {
      this.#fail(listenProblem(error, host, port));
      return;
    }
    const whole = host !== DEFAULT_HOST || this.#listenBeside(address.port, handler);
    const hostname = named && whole ? CHUNG_LOCALHOST : address.hostname;
    const url = `http://${addressText({ hostname, port: address.port })}`;
    for (const line of [plaintextServerWarning(settings.server), plaintextPagesWarning(host)]) {
      if (line !== null) report(line);
    }
    print(`chung listening on ${url}`);
    // Programs rely on a single line; only a user at a terminal is told more.
    if (first && Deno.stderr.isTerminal()) {
      const server = settings.withServer ? null : addressText(settings.server);
      report(firstClientStart(systemLanguage(), { url, server }));
    }
    if (open) openBrowser(url);
    // From here on the program answers requests and has no more programs to start.
    Deno.permissions.revokeSync({ name: "run" });
  }

  #listen(hostname: string, port: number, handler: Handler): Deno.NetAddr {
    const web = Deno.serve({
      hostname,
      port,
      // Compressed, a page fits into TCP's initial congestion window: one round trip instead of three.
      automaticCompression: true,
      onListen() {},
    }, handler);
    this.#web.push(web);
    return web.addr;
  }

  /**
   * Listens on the other loopback address too: a browser may go there first for a name, and would show it to whatever
   * program has the port there. Reports whether no other program has it.
   */
  #listenBeside(port: number, handler: Handler): boolean {
    try {
      this.#listen(OTHER_HOST, port, handler);
    } catch (error) {
      // Without IPv6 nobody listens there.
      if (!(error instanceof Deno.errors.AddrInUse)) return true;
      report(
        `chung: warning: another program has port ${port} on ${OTHER_HOST}, where names may lead: open the pages by http://${DEFAULT_HOST}:${port} only`,
      );
      return false;
    }
    return true;
  }

  #fail(problem: string): Promise<never> {
    report(`chung: ${problem}`);
    return this.#stop(1);
  }

  /** Stops everything and exits with the highest exit code; never returns. */
  async #stop(code: number): Promise<never> {
    if (this.#stopping) return await new Promise(() => {});
    this.#stopping = true;
    this.#childServer?.stop();
    // Closing the sessions ends the event streams; other responses are short.
    this.#sessions?.close();
    const late = new Promise((resolve) => setTimeout(resolve, SHUTDOWN_TIMEOUT_MS));
    await Promise.race([Promise.all(this.#web.map((web) => web.shutdown())), late]);
    Deno.exit(Math.max(code, await this.#childServer?.ended ?? 0));
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
