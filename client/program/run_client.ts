import { systemLanguage } from "../../lib/cli/locale.ts";
import { fileExists } from "../../lib/files/file_exists.ts";
import { onStopSignal, print, report } from "../../lib/cli/program.ts";
import { plaintextPagesWarning, plaintextServerWarning } from "../upstream/plaintext_warning.ts";
import { firstClientStart } from "./client_help.ts";
import { openBrowser } from "./open_browser.ts";
import type { ClientOptions, WithServer } from "./client_options.ts";
import { RememberedServer, settingsFolder } from "./remembered_server.ts";
import { addressText, DEFAULT_SERVER, withTls } from "../shared/server_address.ts";
import { ServerBeside } from "./server_beside.ts";
import { readAuthorities, ServerTrust } from "../upstream/server_trust.ts";
import { SessionStore } from "../session/session_store.ts";
import type { ClientSettings } from "../session/client_settings.ts";
import { handOver } from "./hand_over.ts";

/** How long in milliseconds a response in hand may take when the program is asked to end. */
const LAST_RESPONSES = 2_000;

/** Where this person's settings are; null where their system names no place. */
export function ownSettings(): RememberedServer | null {
  const folder = settingsFolder(Deno.build.os, (name) => Deno.env.get(name));
  return folder === null ? null : new RememberedServer(folder, report);
}

/** The server that the pages speak to, and how it was found. */
type ChosenServer = Pick<ClientSettings, "server" | "withServer" | "remember"> & {
  /** Whether this is the person's, or the server's, first start. */
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
  #beside: ServerBeside | null = null;
  #web: Deno.HttpServer | undefined;
  #sessions: SessionStore | undefined;
  #stopping = false;

  constructor(pages: URL) {
    this.#pages = pages;
  }

  async run(options: ClientOptions): Promise<void> {
    onStopSignal(() => this.#stop(0), () => {
      this.#beside?.kill();
      Deno.exit(1);
    });
    const trust = await this.#readTrust(options);
    const { withServer } = options;
    const { first, ...chosen } = withServer === null
      ? this.#chooseServer(options)
      : await this.#startServer(withServer);
    const settings: ClientSettings = { host: options.host, trust, report, ...chosen };
    this.#sessions = new SessionStore(settings);
    handOver({ settings, sessions: this.#sessions });
    const handler = await this.#importBuilt();
    if (!this.#stopping) this.#serve(options, settings, handler, first);
  }

  async #readTrust({ ca }: ClientOptions): Promise<ServerTrust> {
    try {
      return new ServerTrust(ca === null ? [] : readAuthorities(ca), report);
    } catch (error) {
      return await this.#fail((error as Error).message);
    }
  }

  #chooseServer({ server: named, tls }: ClientOptions): ChosenServer {
    const remembered = ownSettings();
    const server = named ?? remembered?.read() ?? DEFAULT_SERVER;
    return {
      server: tls ? withTls(server) : server,
      remember: (server) => remembered?.write(server),
      first: remembered !== null && !fileExists(remembered.path),
    };
  }

  async #startServer(withServer: WithServer): Promise<ChosenServer> {
    const first = !fileExists(withServer.data);
    const beside = await this.#startBeside(withServer);
    const server = await beside.ready(print);
    if (server === null) {
      const rival = this.#stopping ? null : await beside.rival();
      if (rival !== null) report(`chung: ${rival}`);
      const code = await beside.ended;
      // Of 1 and 2 it has said the reason itself.
      if (!this.#stopping && code !== 1 && code !== 2) {
        report("chung: the server can't be started: download chung-server again");
      }
      return await this.#stop(code === 2 ? 2 : 1);
    }
    beside.ended.then((code) => {
      if (!this.#stopping) report("chung: the server has ended, and so does this");
      this.#stop(code === 2 ? 2 : 1);
    });
    return { server, withServer: true, first };
  }

  async #startBeside(options: WithServer): Promise<ServerBeside> {
    try {
      return this.#beside = new ServerBeside(options);
    } catch (error) {
      return await this.#fail((error as Error).message);
    }
  }

  async #importBuilt(): Promise<Deno.ServeHandler<Deno.NetAddr>> {
    if (!fileExists(this.#pages)) {
      await this.#fail("the pages are not built yet: run `deno task build` first");
    }
    return (await import(this.#pages.href)).default.fetch;
  }

  #serve(
    { host, port, open }: ClientOptions,
    settings: ClientSettings,
    handler: Deno.ServeHandler<Deno.NetAddr>,
    first: boolean,
  ): void {
    try {
      this.#web = Deno.serve({
        hostname: host,
        port,
        // A page fits into what TCP sends at first, and so takes one round trip and not three.
        automaticCompression: true,
        onListen(address) {
          const url = `http://${addressText(address)}`;
          for (
            const line of [plaintextServerWarning(settings.server), plaintextPagesWarning(host)]
          ) {
            if (line !== null) report(line);
          }
          print(`chung listening on ${url}`);
          // What other programs read stays one line: only a person at a terminal is told more.
          if (first && Deno.stderr.isTerminal()) {
            const server = settings.withServer ? null : addressText(settings.server);
            report(firstClientStart(systemLanguage(), { url, server }));
          }
          if (open) openBrowser(url);
          // From now on this answers requests, and has nothing to start any more.
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

  /** Ends everything, and the process with the highest of the exit codes; it never returns. */
  async #stop(code: number): Promise<never> {
    if (this.#stopping) return await new Promise(() => {});
    this.#stopping = true;
    this.#beside?.stop();
    // Streams end with their sessions; the rest is short.
    this.#sessions?.close();
    const late = new Promise((resolve) => setTimeout(resolve, LAST_RESPONSES));
    await Promise.race([this.#web?.shutdown(), late]);
    Deno.exit(Math.max(code, await this.#beside?.ended ?? 0));
  }
}

function listenProblem(error: unknown, host: string, port: number): string {
  if (error instanceof Deno.errors.AddrInUse) {
    return `port ${port} of ${host} is in use: stop what listens there, or choose another with --port (CHUNG_CLIENT_PORT)`;
  }
  if (error instanceof Deno.errors.AddrNotAvailable) {
    return `${host} is no address of this machine: choose another with --host`;
  }
  return error instanceof Error ? error.message : String(error);
}
