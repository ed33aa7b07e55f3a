import type { Services } from "../actions/action.ts";
import { ACTIONS } from "../actions/mod.ts";
import { AuditLog } from "../audit/audit_log.ts";
import { Authenticator } from "../auth/authenticator.ts";
import { LoginThrottle } from "../auth/login_throttle.ts";
import { PasswordPool } from "../auth/password_pool.ts";
import { Passwords } from "../auth/passwords.ts";
import { Tokens } from "../auth/token.ts";
import { type Clock, systemClock } from "../clock.ts";
import { Dispatcher } from "../dispatch.ts";
import { assertWritable } from "../files/assert_writable.ts";
import { Listener, type ListenerCounts } from "../net/listener.ts";
import { ServerSocket } from "../net/server_socket.ts";
import { type Certificate, readCertificate } from "../net/tls/certificate.ts";
import { Rooms } from "../rooms/rooms.ts";
import { openSqliteStore } from "../store/sqlite/open_sqlite_store.ts";
import type { Store } from "../store/store.ts";
import { Maintenance } from "./maintenance.ts";
import { limitsFrom, type ServerOptions } from "./server_options.ts";

/** A server that runs. */
export interface RunningServer {
  address: Deno.NetAddr;
  /** Runs the periodic sweep, for tests whose clock is not the real one. */
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
  { clock = systemClock, report, store: given }: {
    clock?: Clock;
    /** Tells the operator one line. */
    report: (line: string) => void;
    /** In place of the database in the data folder. */
    store?: Store;
  },
): Promise<RunningServer> {
  // Before anything is made: a start that fails must not look like the first one.
  const certificate = certificateOf(options);
  ServerSocket.probe(options.host, options.port);
  makeLogFolder(options.log);
  const limits = limitsFrom(options);
  const now = () => clock.wall();
  // The store first: it makes the data folder, and locks it against a second server.
  const store = given ?? await openSqliteStore({ path: options.data, report });
  const tokens = await Tokens.open(`${options.data}/token_secret`).catch(async (error) => {
    await store.close();
    throw error;
  });
  const cost = options["bcrypt-cost"];
  const passwords = new Passwords({ cost, runner: new PasswordPool({ cost, report }) });
  const audit = new AuditLog({ directory: options.log, report });
  const rooms = new Rooms();
  const services: Services = {
    store,
    passwords,
    tokens,
    authenticator: new Authenticator({ tokens, findSession: (id) => store.findSession(id), clock }),
    throttle: new LoginThrottle({ limits, clock }),
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
  const maintenance = new Maintenance({ store, rooms, listener, dispatcher, clock, report });
  let closed: Promise<void> | undefined;
  const close = async () => {
    maintenance.stop();
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
    sweep: () => maintenance.sweep(),
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
