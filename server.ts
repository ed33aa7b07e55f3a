import { systemLanguage } from "./lib/cli/locale.ts";
import { type CommandLine, parseCommandLine } from "./lib/cli/options.ts";
import { inputEnd, onStopSignal, print, readOptions, writeError } from "./lib/cli/program.ts";
import { VERSION } from "./lib/cli/version.ts";
import { COMMANDS, findCommand, runCommand } from "./lib/commands/mod.ts";
import { seemsMissing } from "./lib/files/file_exists.ts";
import { inBrackets, isLoopback, isPlaintext, parseAddress } from "./lib/loopback.ts";
import {
  feedWatchdog,
  type SystemdEnvironment,
  systemdSocket,
} from "./lib/server/health/systemd.ts";
import { isJournal, type MessageSetup, operatorMessages } from "./lib/server/operator_messages.ts";
import { firstServerStart, serverHelp } from "./lib/server/server_help.ts";
import {
  assertConsistent,
  SERVER_OPTIONS,
  type ServerOptions,
} from "./lib/server/options/server_options.ts";
import { startServer } from "./lib/server/start_server.ts";
import { systemTimers } from "./lib/timers.ts";

/** Explains a failed start in one line. */
function startProblem(error: unknown, { host, port }: ServerOptions): string {
  if (error instanceof Deno.errors.AddrInUse) {
    return `port ${port} on ${host} is in use: stop the program that listens there, or choose another port with --port (CHUNG_PORT)`;
  }
  if (error instanceof Deno.errors.AddrNotAvailable) {
    return `${host} is not an address of this machine: choose another with --host`;
  }
  return error instanceof Error ? error.message : String(error);
}

type ServerCommandLine = CommandLine<typeof SERVER_OPTIONS>;

/** @throws {OptionError} if an option is unknown or its value is invalid */
function parseServerOptions(
  args: string[],
  environment: (name: string) => string | undefined,
): ServerCommandLine | "help" | "version" {
  const line = parseCommandLine(SERVER_OPTIONS, args, environment, { words: false });
  if (typeof line !== "string") assertConsistent(line.options);
  return line;
}

/** The part of the environment in which systemd tells a service how to reach it. */
function systemdEnvironment(): SystemdEnvironment {
  const value = (name: string) => Deno.env.get(name) ?? "";
  return { NOTIFY_SOCKET: value("NOTIFY_SOCKET"), WATCHDOG_USEC: value("WATCHDOG_USEC") };
}

async function main({ options, sources }: ServerCommandLine): Promise<void> {
  const first = Deno.stderr.isTerminal() && seemsMissing(`${options.data}/chung.db`);
  const report = operatorMessages({
    format: options["log-format"] as MessageSetup["format"],
    level: options["log-level"] as MessageSetup["level"],
    journal: isJournal(Deno.env.get("JOURNAL_STREAM") ?? ""),
    write: writeError,
  });
  for (const [name, source] of Object.entries(sources)) {
    const value = JSON.stringify(options[name as keyof ServerOptions]);
    report(`--${name} is ${value} (${source.replace("_", " ")})`, "debug");
  }
  const server = await startServer(options, { report, sources }).catch((error) => {
    report(`chung-server: ${startProblem(error, options)}`, "error");
    Deno.exit(1);
  });
  const systemd = systemdSocket(systemdEnvironment(), report);
  const notify = async (assignment: string) => await systemd?.send(assignment);
  const stopFeeding = systemd === null ? () => {} : feedWatchdog(
    systemdEnvironment(),
    { notify, answers: () => server.answers(), timers: systemTimers },
  );
  const stop = async () => {
    await notify("STOPPING=1");
    await server.close();
    stopFeeding();
    Deno.exit(0);
  };
  onStopSignal(stop, () => Deno.exit(1), () => server.renewCertificate());
  if (options["end-with-input"]) inputEnd().then(stop);
  const { hostname, port } = server.address;
  const address = `${inBrackets(hostname)}:${port}`;
  const tls = options["tls-cert"] !== "";
  if (isPlaintext({ hostname: options.host, tls })) {
    report(
      `warning: passwords cross the network in the clear, because other machines can reach ${options.host}: ` +
        "set --tls-cert and --tls-key, or allow access only through a VPN",
    );
  }
  if (server.metrics !== null) {
    const { hostname } = parseAddress(options.metrics)!;
    report(`figures on http://${server.metrics}/metrics`, "info");
    if (!isLoopback(hostname)) {
      report(`warning: whoever reaches ${hostname} can read the figures there`);
    }
  }
  print(`chung-server listening on ${address}`);
  await notify("READY=1");
  // Programs rely on a single line; only a user at a terminal is told more.
  if (first) report(firstServerStart(systemLanguage(), { ...options, address, tls }), "info");
}

if (import.meta.main) {
  const command = findCommand(Deno.args);
  if (command !== null) Deno.exit(await runCommand(command, Deno.args.slice(1)));
  const line = readOptions("chung-server", parseServerOptions);
  if (line === "help") print(serverHelp(systemLanguage(), COMMANDS));
  else if (line === "version") print(`chung-server ${VERSION}`);
  else await main(line);
}
