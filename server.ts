import type { Services } from "./lib/actions/action.ts";
import { ACTIONS } from "./lib/actions/mod.ts";
import { AuditLog } from "./lib/audit/audit_log.ts";
import { Authenticator } from "./lib/auth/authenticator.ts";
import { LoginThrottle } from "./lib/auth/login_throttle.ts";
import { Passwords } from "./lib/auth/passwords.ts";
import { Tokens } from "./lib/auth/token.ts";
import { Dispatcher } from "./lib/dispatch.ts";
import { type Certificate, readCertificate } from "./lib/net/certificate.ts";
import { Listener, type ListenerCounts } from "./lib/net/listener.ts";
import { isLoopback, networkOf } from "./lib/net/network.ts";
import { ServerSocket } from "./lib/net/server_socket.ts";
import { systemLanguage } from "./lib/locale.ts";
import { OptionError, parseOptions } from "./lib/options.ts";
import { inputEnd, onStopSignal, print, readOptions, report } from "./lib/program.ts";
import { Rooms } from "./lib/rooms/rooms.ts";
import { firstServerStart, serverHelp } from "./lib/server_help.ts";
import { limitsFrom, SERVER_OPTIONS, type ServerOptions } from "./lib/server_options.ts";
import { openSqliteStore } from "./lib/store/mod.ts";
import { SteadyTime } from "./lib/store/steady_time.ts";
import type { Store } from "./lib/store/store.ts";
import { VERSION } from "./lib/version.ts";

/** How often in milliseconds silence and expiry are looked at. */
const SWEEP_EVERY = 1_000;
/** How often in milliseconds what is no longer needed is deleted from the store. */
const PURGE_EVERY = 60 * 60 * 1_000;
/** How long in milliseconds tags are remembered: the protocol says at least 24 h. */
const TAG_LIFE = 48 * 60 * 60 * 1_000;

/** A server that runs. */
export interface RunningServer {
  address: Deno.NetAddr;
  /** What `SWEEP_EVERY` does, for tests whose clock is not the real one. */
  sweep(): void;
  /** How many connections there are, and what became of the others. */
  connections(): ListenerCounts;
  /** Reads the certificate's files again, for the connections from now on; what can't be used changes nothing. */
  renewCertificate(): void;
  /** Takes no more, finishes what is in hand, tells everyone, and writes the logs. */
  close(): Promise<void>;
}

/** Starts a server; what is already open is closed again when something can't be had. */
export async function startServer(
  options: ServerOptions,
  { now = Date.now, report, store: given }: {
    now?: () => number;
    /** Tells the operator one line. */
    report: (line: string) => void;
    /** In place of the database in the data folder. */
    store?: Store;
  },
): Promise<RunningServer> {
  // Before anything is made: a start that fails must not look like the first one.
  const certificate = certificateOf(options);
  ServerSocket.probe(options.host, options.port);
  await assertWritable(options.log);
  const limits = limitsFrom(options);
  // The store first: it makes the data folder, and locks it against a second server.
  const store = given ?? await openSqliteStore({ path: options.data, report });
  const tokens = await Tokens.open(`${options.data}/token_secret`).catch(async (error) => {
    await store.close();
    throw error;
  });
  const passwords = new Passwords({ cost: options["bcrypt-cost"], report });
  const audit = new AuditLog({ directory: options.log, report });
  const rooms = new Rooms();
  const services: Services = {
    store,
    passwords,
    tokens,
    authenticator: new Authenticator({ tokens, findSession: (id) => store.findSession(id), now }),
    throttle: new LoginThrottle({ limits, now }),
    rooms,
    limits,
    registration: options.registration === "closed" ? "closed" : "open",
    now,
    actions: ACTIONS,
  };
  const record = audit.record.bind(audit);
  const dispatcher = new Dispatcher({ services, audit: record, report });
  const closeRest = async () => {
    passwords.close();
    await store.close();
    await audit.close();
  };
  let socket: ServerSocket;
  try {
    socket = new ServerSocket({ hostname: options.host, port: options.port, certificate });
  } catch (error) {
    await closeRest();
    throw error;
  }
  const listener = new Listener({
    socket,
    limits,
    dispatcher,
    rooms,
    audit: record,
    now,
    report,
  });
  const sweep = () => {
    listener.sweep();
    const seconds = now() / 1000;
    for (const event of rooms.endSessions(({ expiresAt }) => expiresAt <= seconds)) {
      dispatcher.publish(event);
    }
  };
  const time = new SteadyTime();
  const purge = () => {
    const before = time.look(now());
    store.purge(before - TAG_LIFE, before).settle(
      () => {},
      (error) => report(`what is no longer needed could not be deleted: ${error}`),
    );
  };
  purge();
  const sweeping = setInterval(sweep, SWEEP_EVERY);
  const purging = setInterval(purge, PURGE_EVERY);
  let closed: Promise<void> | undefined;
  const close = async () => {
    clearInterval(sweeping);
    clearInterval(purging);
    await listener.close();
    await closeRest();
  };
  const renewCertificate = () => {
    try {
      const renewed = certificateOf(options);
      if (renewed === null) return report("SIGHUP: there is no certificate to be read again");
      socket.renew(renewed);
      report(`the certificate in ${options["tls-cert"]} was read again`);
    } catch (error) {
      report(`the certificate stays the one it was: ${(error as Error).message}`);
    }
  };
  return {
    address: socket.address,
    sweep,
    connections: () => listener.counts(),
    renewCertificate,
    close: () => closed ??= close(),
  };
}

/** Null where none is named. */
function certificateOf(options: ServerOptions): Certificate | null {
  const files = { cert: options["tls-cert"], key: options["tls-key"] };
  return files.cert === "" ? null : readCertificate(files);
}

/** While it runs, the server goes on without its log; a wrong folder at the start is a mistake to be told. */
async function assertWritable(directory: string): Promise<void> {
  try {
    await Deno.mkdir(directory, { recursive: true });
    await Deno.remove(await Deno.makeTempFile({ dir: directory }));
  } catch (error) {
    throw new Error(
      `the log folder ${directory} can't be written: choose another with --log (${
        (error as Error).message
      })`,
      { cause: error },
    );
  }
}

/** Whether the folder has no database yet: the server then makes one. */
function isNewFolder(data: string): boolean {
  try {
    Deno.statSync(`${data}/chung.db`);
    return false;
  } catch {
    return true;
  }
}

/** What went wrong, as one line for whoever started the server. */
function startProblem(error: unknown, { host, port }: ServerOptions): string {
  if (error instanceof Deno.errors.AddrInUse) {
    return `port ${port} of ${host} is in use: stop what listens there, or choose another with --port (CHUNG_PORT)`;
  }
  if (error instanceof Deno.errors.AddrNotAvailable) {
    return `${host} is no address of this machine: choose another with --host`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Whether others could read the passwords that clients send. */
function isInTheClear(options: ServerOptions): boolean {
  const { host, "tls-cert": cert } = options;
  return cert === "" && host.toLowerCase() !== "localhost" && !isLoopback(networkOf(host));
}

/** @throws {OptionError} */
function parseServerOptions(
  args: string[],
  environment: (name: string) => string | undefined,
): ServerOptions | "help" | "version" {
  const options = parseOptions(SERVER_OPTIONS, args, environment);
  if (typeof options === "string") return options;
  if ((options["tls-cert"] === "") !== (options["tls-key"] === "")) {
    throw new OptionError(
      "--tls-cert (CHUNG_TLS_CERT) and --tls-key (CHUNG_TLS_KEY) go together: give both, or neither",
    );
  }
  return options;
}

async function main(options: ServerOptions): Promise<void> {
  const first = Deno.stderr.isTerminal() && isNewFolder(options.data);
  const server = await startServer(options, { report }).catch((error) => {
    report(`chung-server: ${startProblem(error, options)}`);
    Deno.exit(1);
  });
  const stop = async () => {
    await server.close();
    Deno.exit(0);
  };
  onStopSignal(stop, () => Deno.exit(1), () => server.renewCertificate());
  if (options["end-with-input"]) inputEnd().then(stop);
  const { hostname, port } = server.address;
  const address = `${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;
  if (isInTheClear(options)) {
    report(
      `warning: passwords cross the network in the clear, since ${options.host} is reached by other machines: ` +
        "give --tls-cert and --tls-key, or let only a VPN reach it",
    );
  }
  print(`chung-server listening on ${address}`);
  // What other programs read stays one line: only a person at a terminal is told more.
  if (first) {
    const tls = options["tls-cert"] !== "";
    report(firstServerStart(systemLanguage(), { ...options, address, tls }));
  }
}

if (import.meta.main) {
  const options = readOptions("chung-server", parseServerOptions);
  if (options === "help") print(serverHelp(systemLanguage()));
  else if (options === "version") print(`chung-server ${VERSION}`);
  else await main(options);
}
