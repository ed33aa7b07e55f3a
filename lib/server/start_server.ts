import { type Clock, systemClock } from "../clock.ts";
import { ControlListener, type ControlOptions } from "../control/control_listener.ts";
import { exposition, EXPOSITION_TYPE } from "../figures/exposition.ts";
import { parseAddress } from "../loopback.ts";
import { FiguresServer } from "../net/figures_server.ts";
import { Listener, type ListenerCounts } from "../net/listener.ts";
import { ServerSocket } from "../net/server_socket.ts";
import { type Certificate, readCertificate } from "../net/tls/certificate.ts";
import type { Report } from "../report.ts";
import type { Store } from "../store/store.ts";
import { systemTimers, type Timers } from "../timers.ts";
import { socketLimit } from "./descriptors.ts";
import { Readiness } from "./health/readiness.ts";
import type { ServerFigures } from "./health/server_figures.ts";
import { LogUpkeep } from "./log/log_upkeep.ts";
import { Maintenance } from "./maintenance.ts";
import { operate } from "./operator.ts";
import { checkedBackupPlan, startBackups } from "./own_backups.ts";
import { type CoreSetup, openCore } from "./server_core.ts";
import { limitsFrom } from "./server_limits.ts";
import type { ServerOptions } from "./options/server_options.ts";

/** A running server. */
export interface RunningServer {
  address: Deno.NetAddr;
  /** `HOST:PORT` of the figures; null where they are not served. */
  metrics: string | null;
  /** Runs the periodic sweep, for tests with a fake clock. */
  sweep(): void;
  /**
   * Waits until the store has answered whether it can be read and written.
   * @returns whether it can ever work again without a restart
   */
  answers(): Promise<boolean>;
  /** The number of connections by state, and of those refused or closed. */
  connections(): ListenerCounts;
  /** Runs a request as the operator, who gives `-` for an admin's token. @returns the response */
  operate(line: string): Promise<string>;
  /** Reads the certificate's files again and uses them for new connections; keeps the old certificate on failure. */
  renewCertificate(): void;
  /** Stops accepting requests, finishes those in progress, notifies all clients, and flushes the logs. */
  close(): Promise<void>;
}

/** Starts a server. On failure, everything already opened is closed again. */
export async function startServer(
  options: ServerOptions,
  { clock = systemClock, timers = systemTimers, report, sources, store: given }: {
    clock?: Clock;
    timers?: Timers;
    /** Reports one line to the operator. */
    report: Report;
    /** Where the options come from. */
    sources?: CoreSetup["sources"];
    /** Replaces the database in the data folder. */
    store?: Store;
  },
): Promise<RunningServer> {
  // Before any file is created: a failed start must not make the next one look like the second.
  const certificate = certificateOf(options);
  const plan = await checkedBackupPlan(options);
  ServerSocket.probe(options.host, options.port);
  const sockets = socketLimit(options["max-connections"], report);
  const limits = { ...limitsFrom(options), maxConnections: sockets.maxConnections };
  const core = await openCore(options, { limits, clock, timers, report, sources, store: given });
  const { services, dispatcher, figures, record } = core;
  const { store, rooms } = services;
  let socket: ServerSocket;
  try {
    socket = new ServerSocket({ hostname: options.host, port: options.port, certificate });
  } catch (error) {
    await core.close();
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
  const logUpkeep = new LogUpkeep({
    directory: options.log,
    keepDays: options["log-keep-days"],
    compressAfter: options["log-compress-after"],
    audit: core.audit,
    ...{ store, clock, timers, report },
  });
  const control = startControl({
    folder: options.data,
    operate: (line) => operate(dispatcher, line),
    timers,
  }, report);
  const backups = startBackups(plan, options.data, { clock, timers, report });
  figures.start(listener, () => backups?.status ?? null);
  const readiness = new Readiness(store, timers);
  let served: FiguresServer | null = null;
  let closed: Promise<void> | undefined;
  const close = async () => {
    readiness.close();
    await control?.close();
    // A backup that is being made is given up while the connections end.
    await Promise.all([listener.close(), backups?.stop()]);
    await maintenance.stop();
    await logUpkeep.stop();
    await core.close();
    await served?.close();
  };
  try {
    served = serveFigures(options.metrics, figures, readiness);
  } catch (error) {
    await close();
    throw error;
  }
  const renewCertificate = () => {
    try {
      const renewed = certificateOf(options);
      if (renewed === null) return report("SIGHUP: there is no certificate to reload");
      socket.renew(renewed);
      report(`the certificate in ${options["tls-cert"]} was reloaded`, "info");
    } catch (error) {
      report(`the certificate was not reloaded: ${(error as Error).message}`, "error");
    }
  };
  return {
    address: socket.address,
    metrics: served?.address ?? null,
    sweep: () => maintenance.sweep(),
    answers: () => readiness.answered().then(() => !store.figures().dead),
    connections: () => listener.counts(),
    operate: (line) => operate(dispatcher, line),
    renewCertificate,
    close: () => closed ??= close(),
  };
}

/** Without it the server serves all others: only its own commands don't reach it. */
function startControl(
  options: ControlOptions,
  report: Report,
): ControlListener | null {
  try {
    return new ControlListener(options);
  } catch (error) {
    report(`chung-server admin can't reach this server: ${(error as Error).message}`);
    return null;
  }
}

/**
 * Serves the figures on that address; null for none.
 * @throws {Error} naming the option, if the address can't be had
 */
function serveFigures(
  address: string,
  figures: ServerFigures,
  readiness: Readiness,
): FiguresServer | null {
  const at = parseAddress(address);
  if (at === null) return null;
  try {
    return new FiguresServer(at, {
      metrics: async () => exposition(await figures.sample()),
      type: EXPOSITION_TYPE,
      problem: () => readiness.problem(),
    });
  } catch (error) {
    throw new Error(
      `the figures can't be served on ${address}: choose another address with --metrics ` +
        `(${(error as Error).message})`,
      { cause: error },
    );
  }
}

/** Reads the certificate; null when none is configured. */
function certificateOf(options: ServerOptions): Certificate | null {
  const files = { cert: options["tls-cert"], key: options["tls-key"] };
  return files.cert === "" ? null : readCertificate(files);
}
