import { describeOptions } from "../lib/options.ts";
import { VERSION } from "../lib/version.ts";
import { openBrowser } from "./open_browser.ts";
import { CLIENT_OPTIONS, type ClientOptions, parseClientOptions } from "./options.ts";
import { onStopSignal, print, readOptions, report } from "../lib/program.ts";
import { addressText } from "./server_address.ts";
import { settings } from "./settings.ts";

const HELP = `chung: the web client of a Chung server

Usage: chung [options]

Options (environment variable, default):
${describeOptions(CLIENT_OPTIONS)}`;

/** How long in milliseconds a response in hand may take when the program is asked to end. */
const LAST_RESPONSES = 2_000;

async function main(options: ClientOptions): Promise<void> {
  Object.assign(settings, { server: options.server, host: options.host, report });
  const built = await importBuilt();
  const { sessions } = await import("./app.ts");
  let server: Deno.HttpServer<Deno.NetAddr>;
  try {
    server = Deno.serve({
      hostname: options.host,
      port: options.port,
      onListen({ hostname, port }) {
        const url = `http://${addressText(hostname, port)}`;
        print(`chung listening on ${url}`);
        if (options.open) openBrowser(url);
      },
    }, built.fetch);
  } catch (error) {
    report(`chung: ${listenProblem(error, options)}`);
    Deno.exit(1);
  }
  onStopSignal(async () => {
    // Streams end with their sessions; the rest is short.
    sessions.close();
    const late = new Promise((resolve) => setTimeout(resolve, LAST_RESPONSES));
    await Promise.race([server.shutdown(), late]);
    Deno.exit(0);
  }, () => Deno.exit(1));
}

async function importBuilt(): Promise<{ fetch: Deno.ServeHandler<Deno.NetAddr> }> {
  const url = new URL("../_fresh/server.js", import.meta.url);
  try {
    await Deno.stat(url);
  } catch {
    report("chung: the pages are not built yet: run `deno task build` first");
    Deno.exit(1);
  }
  return (await import(url.href)).default;
}

function listenProblem(error: unknown, { host, port }: ClientOptions): string {
  if (error instanceof Deno.errors.AddrInUse) {
    return `port ${port} of ${host} is in use: stop what listens there, or choose another with --port`;
  }
  if (error instanceof Deno.errors.AddrNotAvailable) {
    return `${host} is no address of this machine: choose another with --host`;
  }
  return error instanceof Error ? error.message : String(error);
}

if (import.meta.main) {
  const options = readOptions("chung", parseClientOptions);
  if (options === "help") print(HELP);
  else if (options === "version") print(`chung ${VERSION}`);
  else await main(options);
}
