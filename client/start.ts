import { systemLanguage } from "../lib/cli/locale.ts";
import { describeOptions } from "../lib/cli/option_help.ts";
import { type Options, type OptionTable, parseOptions } from "../lib/cli/options.ts";
import { print, readOptions, report } from "../lib/cli/program.ts";
import { VERSION } from "../lib/cli/version.ts";
import { buildPages } from "./build.ts";
import {
  CLIENT_OPTIONS,
  parseClientOptions,
  WITH_SERVER_OPTIONS,
} from "./program/client_options.ts";
import { BUILT_PAGES } from "./built_pages.ts";
import { runClient } from "./program/run_client.ts";

/** The options of `deno task start` (docs/OPERATING.md, "Options"). */
const START_OPTIONS = {
  ...WITH_SERVER_OPTIONS,
  "client-port": {
    ...CLIENT_OPTIONS.port,
    help: {
      en: "port of the web client; 0 selects a free one",
      vi: "cổng của trang web; 0 là cổng trống",
    },
  },
  "no-open": CLIENT_OPTIONS["no-open"],
} as const satisfies OptionTable;

const GROUP = {
  title: {
    en: "Options (environment variable, default)",
    vi: "Tùy chọn (biến môi trường, mặc định)",
  },
  options: START_OPTIONS,
};

const TEXT = {
  en: {
    before: `chung start: the server and the web client of Chung on this machine

Usage: deno task start [options]`,
    after:
      `All other options of both programs can be set in the environment: see --help of server.ts and
client/main.ts.`,
  },
  vi: {
    before: `chung start: máy chủ và trang web của Chung trên máy này

Cách dùng: deno task start [tùy chọn]`,
    after:
      `Mọi tùy chọn khác của hai chương trình có thể đặt bằng biến môi trường: xem --help của server.ts
và client/main.ts.`,
  },
};

function help(): string {
  const language = systemLanguage();
  const { before, after } = TEXT[language];
  return [before, describeOptions([GROUP], language), after].join("\n\n");
}

/** Builds the pages, then runs as `chung --with-server` does. */
async function start(options: Options<typeof START_OPTIONS>): Promise<void> {
  await buildPages();
  // Only the build needs this permission.
  Deno.permissions.revokeSync({ name: "ffi" });
  const { "server-port": serverPort, "client-port": port, data, log, "no-open": quiet } = options;
  const args = ["--with-server", "--server-port", `${serverPort}`, "--data", data, "--log", log];
  args.push("--port", `${port}`, ...(quiet ? ["--no-open"] : []));
  // The client connects to the server it starts, not to one set in the environment.
  const environment = (name: string) =>
    name === "CHUNG_SERVER" || name === "CHUNG_TLS" ? undefined : Deno.env.get(name);
  const translated = readOptions("chung", () => parseClientOptions(args, environment));
  if (typeof translated === "string") return;
  const withServer = { ...translated.withServer!, byStartTask: true } as const;
  await runClient({ ...translated, withServer }, BUILT_PAGES);
}

if (import.meta.main) {
  const options = readOptions("chung", (args, env) => parseOptions(START_OPTIONS, args, env));
  if (options === "help") print(help());
  else if (options === "version") print(`chung ${VERSION}`);
  else {
    await start(options).catch((error) => {
      report(`chung: ${error instanceof Error ? error.message : error}`);
      Deno.exit(1);
    });
  }
}
