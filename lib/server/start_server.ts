import { systemTimers, type Timers } from "../timers.ts";
import type { Services } from "../actions/action.ts";
import { ACTIONS } from "../actions/mod.ts";
import { AuditLog } from "../audit/audit_log.ts";
import { Authenticator } from "../auth/authenticator.ts";
import { LoginThrottle } from "../auth/login_throttle.ts";
import { PasswordPool } from "../auth/password_pool.ts";
import { Passwords } from "../auth/passwords.ts";
import { SessionUses } from "../auth/session_uses.ts";
import { Tokens } from "../auth/token.ts";
import { type Clock, systemClock } from "../clock.ts";
import { Dispatcher } from "../dispatch.ts";
import { assertWritable } from "../files/assert_writable.ts";
import { Listener, type ListenerCounts } from "../net/listener.ts";
import { ServerSocket } from "../net/server_socket.ts";
import { type Certificate, readCertificate } from "../net/tls/certificate.ts";
import { Turns } from "../queues/turns.ts";
import { Rooms } from "../rooms/rooms.ts";
import { openSqliteStore } from "../store/sqlite/open_sqlite_store.ts";
import type { Store } from "../store/store.ts";
import { socketLimit } from "./descriptors.ts";
import { Maintenance } from "./maintenance.ts";
import { limitsFrom } from "./server_limits.ts";
import type { ServerOptions } from "./server_options.ts";

/** A running server. */
export interface RunningServer {
  address: Deno.NetAddr;
  /** Runs the periodic sweep, for tests with a fake clock. */
  sweep(): void;
  /** The number of connections by state, and of those refused or closed. */
  connections(): ListenerCounts;
  /** Reads the certificate's files again and uses them for new connections; keeps the old certificate on failure. */
  renewCertificate(): void;
  /** Stops accepting requests, finishes those in progress, notifies all clients, and flushes the logs. */
  close(): Promise<void>;
}

/** Starts a server. On failure, everything already opened is closed again. */
export async function startServer(
  options: ServerOptions,
  { clock = systemClock, timers = systemTimers, report, store: given }: {
    clock?: Clock;
    timers?: Timers;
    /** Reports one line to the operator. */
    report: (line: string) => void;
    /** Replaces the database in the data folder. */
    store?: Store;
  },
): Promise<RunningServer> {
  // Before any file is created: a failed start must not make the next one look like the second.
  const certificate = certificateOf(options);
  ServerSocket.probe(options.host, options.port);
  makeLogFolder(options.log);
  const sockets = socketLimit(options["max-connections"], report);
  const limits = { ...limitsFrom(options), maxConnections: sockets.maxConnections };
  // Opened first: this creates the data folder and locks it against a second server.
  const store = given ?? await openSqliteStore({ path: options.data, report });
  const tokens = await Tokens.open(`${options.data}/token_secret`).catch(async (error) => {
    await store.close();
    throw error;
  });
  const cost = options["bcrypt-cost"];
  const passwords = new Passwords({ cost, runner: new PasswordPool({ cost, report }) });
  const audit = new AuditLog({ directory: options.log, timers, report });
  const rooms = new Rooms();
  const services: Services = {
    store,
    passwords,
    tokens,
    authenticator: new Authenticator({ tokens, findSession: (id) => store.findSession(id), clock }),
    throttle: new LoginThrottle({ limits, clock }),
    rooms,
    turns: new Turns(timers),
    limits,
    registration: options.registration as Services["registration"],
    sessionUses: new SessionUses(),
    clock,
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
    sockets,
    limits,
    dispatcher,
    rooms,
    audit: record,
    clock,
    timers,
    report,
  });
  const maintenance = new Maintenance({
    store,
    sessionUses: services.sessionUses,
    rooms,
    listener,
    dispatcher,
    clock,
    timers,
    report,
  });
  let closed: Promise<void> | undefined;
  const close = async () => {
    await listener.close();
    await maintenance.stop();
    services.turns.close();
    await closeRest();
  };
  const renewCertificate = () => {
    try {
      const renewed = certificateOf(options);
      if (renewed === null) return report("SIGHUP: there is no certificate to reload");
      socket.renew(renewed);
      report(`the certificate in ${options["tls-cert"]} was reloaded`);
    } catch (error) {
      report(`the certificate was not reloaded: ${(error as Error).message}`);
    }
  };
  return {
    address: socket.address,
    sweep: () => maintenance.sweep(),
    connections: () => listener.counts(),
    renewCertificate,
    close: () => closed ??= close(),
  };
}

/** Reads the certificate; null when none is configured. */
function certificateOf(options: ServerOptions): Certificate | null {
  const files = { cert: options["tls-cert"], key: options["tls-key"] };
  return files.cert === "" ? null : readCertificate(files);
}

/** Creates the log folder. An unusable folder fails the start, while later failures only interrupt the log. */
function makeLogFolder(folder: string): void {
  try {
    Deno.mkdirSync(folder, { recursive: true });
    assertWritable(folder);
  } catch (error) {
    throw new Error(
      `the log folder ${folder} can't be written: choose another with --log (${
        (error as Error).message
      })`,
      { cause: error },
    );
  }
}
