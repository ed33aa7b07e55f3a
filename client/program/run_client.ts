import { systemLanguage } from "../../lib/cli/locale.ts";
import { fileExists, seemsMissing } from "../../lib/files/file_exists.ts";
import { onStopSignal, print, report } from "../../lib/cli/program.ts";
import { plaintextPagesWarning, plaintextServerWarning } from "../upstream/plaintext_warning.ts";
import { firstClientStart } from "./client_help.ts";
import { KeptLogins } from "./kept_logins.ts";
import { openBrowser } from "./open_browser.ts";
import { readPagesCertificate } from "./pages_certificate.ts";
import { type PagesHandler, PagesServer } from "./pages_server.ts";
import type { Certificate } from "../../lib/net/tls/certificate.ts";
import type { ClientOptions, WithServer } from "./client_options.ts";
import type { HttpsFiles } from "./sharing_options.ts";
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

function readTrust({ ca }: ClientOptions): ServerTrust {
  return new ServerTrust(ca === null ? [] : readAuthorities(ca), report);
}

class ClientProgram {
  readonly #pages: URL;
  #childServer: ChildServer | null = null;
  #web: PagesServer | undefined;
  #sessions: SessionStore | undefined;
  #stopping = false;

  constructor(pages: URL) {
    this.#pages = pages;
  }

  async run(options: ClientOptions): Promise<void> {
    const { host, https, sharing } = options;
    const reload = https === null ? undefined : () => this.#renewCertificate(https);
    onStopSignal(() => this.#stop(0), () => {
      this.#childServer?.kill();
      Deno.exit(1);
    }, reload);
    const trust = await this.#orFail(() => readTrust(options));
    const certificate = await this.#orFail(() => https && readPagesCertificate(https));
    const { withServer } = options;
    const { first, ...chosen } = withServer === null
      ? this.#chooseServer(options)
      : await this.#startServer(withServer);
    const settings: ClientSettings = { host, sharing, trust, report, ...chosen };
    this.#sessions = new SessionStore(settings);
    handOver({ settings, sessions: this.#sessions, logins: ownLogins(options) });
    this.#web = new PagesServer({ host, certificate, local: sharing === null, report });
    const [handler] = await Promise.all([this.#importBuilt(), this.#web.prepare()]);
    if (!this.#stopping) this.#serve(options, settings, { web: this.#web, handler, first });
  }

  /** Ends the program where something that it needs can't be had. */
  async #orFail<T>(get: () => T): Promise<T> {
    try {
      return get();
    } catch (error) {
      return await this.#fail((error as Error).message);
    }
  }

  async #renewCertificate(files: HttpsFiles): Promise<void> {
    let certificate: Certificate;
    try {
      certificate = readPagesCertificate(files);
    } catch (error) {
      report(`chung: the certificate was not reloaded: ${(error as Error).message}`);
      return;
    }
    try {
      await this.#web?.renew(certificate);
      report(`chung: the certificate in ${files.cert} was reloaded`);
    } catch (error) {
      this.#fail((error as Error).message);
    }
  }

  #chooseServer({ server: named, tls, sharing }: ClientOptions): ChosenServer {
    // The server of many people is what the operator says now, not what somebody chose once.
    const folder = sharing === null ? ownSettingsFolder() : null;
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

  async #importBuilt(): Promise<PagesHandler> {
    if (!fileExists(this.#pages)) {
      await this.#fail("the pages are not built yet: run `deno task build` first");
    }
    return (await import(this.#pages.href)).default.fetch;
  }

  #serve(
    { port, open, sharing }: ClientOptions,
    settings: ClientSettings,
    { web, handler, first }: { web: PagesServer; handler: PagesHandler; first: boolean },
  ): void {
    let url: string;
    try {
      url = web.listen(port, handler);
    } catch (error) {
      this.#fail((error as Error).message);
      return;
    }
    const warnings = [
      plaintextServerWarning(settings.server),
      sharing === null ? null : plaintextPagesWarning(sharing.origin),
    ];
    for (const line of warnings) if (line !== null) report(line);
    print(`chung listening on ${url}${sharing === null ? "" : ` for ${sharing.origin}`}`);
    // Programs rely on a single line; only a user at a terminal is told more.
    if (first && Deno.stderr.isTerminal()) {
      const server = settings.withServer ? null : addressText(settings.server);
      report(firstClientStart(systemLanguage(), { url: sharing?.origin ?? url, server }));
    }
    if (open) openBrowser(url);
    // From here on the program answers requests and has no more programs to start.
    Deno.permissions.revokeSync({ name: "run" });
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
