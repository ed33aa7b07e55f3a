import { describeOptions, type OptionTable, parseOptions } from "../lib/options.ts";
import { VERSION } from "../lib/version.ts";
import { builder } from "./build.ts";
import { openBrowser } from "./open_browser.ts";
import { onStopSignal, print, readOptions, report } from "../lib/program.ts";
import { StartedProgram } from "./started_program.ts";

/** The options of `deno task start` (README, "Options"). */
const START_OPTIONS = {
  "server-port": {
    env: "CHUNG_PORT",
    value: "PORT",
    default: 7070,
    max: 65_535,
    help: "port of the server; 0 takes a free one",
  },
  "client-port": {
    env: "CHUNG_CLIENT_PORT",
    value: "PORT",
    default: 7080,
    max: 65_535,
    help: "port of the web client; 0 takes a free one",
  },
  data: { env: "CHUNG_DATA", value: "DIR", default: "./data", help: "folder of the database" },
  log: { env: "CHUNG_LOG", value: "DIR", default: "./log", help: "folder of the audit log" },
  "no-open": { env: "CHUNG_NO_OPEN", default: false, help: "don't open the browser" },
} as const satisfies OptionTable;

const HELP = `chung start: the server and the web client of Chung on this machine

Usage: deno task start [options]

Options (environment variable, default):
${describeOptions(START_OPTIONS)}

All other options of both programs can be given in the environment: see the --help of server.ts
and client/main.ts.`;

const SERVER_RIGHTS = ["net", "read", "write", "env", "sys"];
const CLIENT_RIGHTS = ["net", "read", "env", "sys"];

async function start(options: {
  "server-port": number;
  "client-port": number;
  data: string;
  log: string;
  "no-open": boolean;
}): Promise<never> {
  const running: StartedProgram[] = [];
  let stopping = false;
  const stopAll = () => {
    stopping = true;
    for (const program of running) program.stop();
  };
  onStopSignal(stopAll, () => {
    for (const program of running) program.kill();
  });
  await builder.build();

  const run = async (path: string, rights: string[], args: string[], ready: RegExp) => {
    if (stopping) return null;
    const program = new StartedProgram(new URL(path, import.meta.url), rights, args);
    running.push(program);
    return await program.line(ready, print);
  };
  const { data, log, "server-port": serverPort, "client-port": clientPort } = options;
  const serverArgs = ["--host", "127.0.0.1", "--port", `${serverPort}`];
  const server = await run(
    "../server.ts",
    SERVER_RIGHTS,
    [...serverArgs, "--data", data, "--log", log],
    /^chung-server listening on (\S+)$/,
  );
  const client = server === null ? null : await run(
    "main.ts",
    CLIENT_RIGHTS,
    ["--server", server, "--port", `${clientPort}`, "--no-open"],
    /^chung listening on (\S+)$/,
  );
  if (client !== null && !options["no-open"]) openBrowser(client);

  // Whichever ends first takes the other with it; the exit code is that of who ended unasked.
  const codes = running.map(({ ended }) => ended);
  const first = await Promise.race(codes);
  const asked = stopping;
  stopAll();
  const all = await Promise.all(codes);
  Deno.exit(asked ? Math.max(0, ...all) : first || 1);
}

if (import.meta.main) {
  const options = readOptions("chung", (args, env) => parseOptions(START_OPTIONS, args, env));
  if (options === "help") print(HELP);
  else if (options === "version") print(`chung ${VERSION}`);
  else {
    await start(options).catch((error) => {
      report(`chung: ${error instanceof Error ? error.message : error}`);
      Deno.exit(1);
    });
  }
}
