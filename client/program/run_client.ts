import { systemLanguage } from "../../lib/cli/locale.ts";
import { fileExists } from "../../lib/files/file_exists.ts";
import { onStopSignal, print, report } from "../../lib/cli/program.ts";
import { plaintextPagesWarning, plaintextServerWarning } from "../upstream/plaintext_warning.ts";
import { firstClientStart } from "./client_help.ts";
import { openBrowser } from "./open_browser.ts";
import type { ClientOptions, WithServer } from "./client_options.ts";
import { RememberedServer, settingsFolder } from "./remembered_server.ts";
import { addressText, DEFAULT_SERVER, withTls } from "../shared/server_address.ts";
import { ChildServer } from "./child_server.ts";
import { readAuthorities, trust } from "../upstream/server_trust.ts";
import type { SessionStore } from "../session/session_store.ts";
import { settings } from "../session/client_settings.ts";

/** Milliseconds that responses in progress may take when the program is asked to end. */
const SHUTDOWN_TIMEOUT_MS = 2_000;

/** The user's settings file; null where the system defines no folder for it. */
export function ownSettings(): RememberedServer | null {
  const folder = settingsFolder(Deno.build.os, (name) => Deno.env.get(name));
  return folder === null ? null : new RememberedServer(folder, report);
}

/** The built pages; imported only after the settings are known. */
export interface BuiltPages {
  /** The module whose default export serves the pages. */
  readonly server: URL;
  importSessions(): Promise<SessionStore>;
}

/** Serves the pages until the program is asked to end, or the server that it started ends. */
export async function runClient(options: ClientOptions, pages: BuiltPages): Promise<void> {
  await new ClientProgram(pages).run(options);
}

class ClientProgram {
  readonly #pages: BuiltPages;
  #childServer: ChildServer | null = null;
  #web: Deno.HttpServer | undefined;
  #sessions: SessionStore | undefined;
  #stopping = false;

  constructor(pages: BuiltPages) {
    this.#pages = pages;
  }

  async run(options: ClientOptions): Promise<void> {
    onStopSignal(() => this.#stop(0), () => {
      this.#childServer?.kill();
      Deno.exit(1);
    });
    Object.assign(settings, { host: options.host, report });
    await this.#readTrust(options);
    const { withServer } = options;
    const first = withServer === null
      ? this.#chooseServer(options)
      : await this.#startServer(withServer);
    const handler = await this.#importBuilt();
    if (this.#stopping) return;
    this.#sessions = await this.#pages.importSessions();
    this.#serve(options, handler, first);
  }

  async #readTrust({ ca }: ClientOptions): Promise<void> {
    trust.report = report;
    try {
      if (ca !== null) trust.authorities = readAuthorities(ca);
    } catch (error) {
      await this.#fail((error as Error).message);
    }
  }

  /** Selects the server; returns whether this is the user's first start. */
  #chooseServer({ server: named, tls }: ClientOptions): boolean {
    const remembered = ownSettings();
    const server = named ?? remembered?.read() ?? DEFAULT_SERVER;
    settings.server = tls ? withTls(server) : server;
    settings.remember = (server) => remembered?.write(server);
    return remembered !== null && !fileExists(remembered.path);
  }

  /** Starts the server; returns whether it is the server's first start. */
  async #startServer(withServer: WithServer): Promise<boolean> {
    const first = !fileExists(withServer.data);
    try {
      this.#childServer = new ChildServer(withServer);
    } catch (error) {
      await this.#fail((error as Error).message);
    }
    const childServer = this.#childServer!;
    const server = await childServer.ready(print);
    if (server === null) {
      const portConflict = this.#stopping ? null : await childServer.portConflict();
      if (portConflict !== null) report(`chung: ${portConflict}`);
      const code = await childServer.ended;
      // With 1 and 2 the server has printed the reason itself.
      if (!this.#stopping && code !== 1 && code !== 2) {
        report("chung: the server can't be started: download chung-server again");
      }
      await this.#stop(code === 2 ? 2 : 1);
    }
    childServer.ended.then((code) => {
      if (!this.#stopping) report("chung: the server has ended, so this program ends too");
      this.#stop(code === 2 ? 2 : 1);
    });
    Object.assign(settings, { server, withServer: true });
    return first;
  }

  async #importBuilt(): Promise<Deno.ServeHandler<Deno.NetAddr>> {
    if (!fileExists(this.#pages.server)) {
      await this.#fail("the pages are not built yet: run `deno task build` first");
    }
    return (await import(this.#pages.server.href)).default.fetch;
  }

  #serve(
    { host, port, open }: ClientOptions,
    handler: Deno.ServeHandler<Deno.NetAddr>,
    first: boolean,
  ): void {
    try {
      this.#web = Deno.serve({
        hostname: host,
        port,
        // Compressed, a page fits into TCP's initial congestion window: one round trip instead of three.
        automaticCompression: true,
        onListen(address) {
          const url = `http://${addressText(address)}`;
          for (
            const line of [plaintextServerWarning(settings.server), plaintextPagesWarning(host)]
          ) {
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
        },
      }, handler);
    } catch (error) {
      this.#fail(listenProblem(error, host, port));
    }
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
    await Promise.race([this.#web?.shutdown(), late]);
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
