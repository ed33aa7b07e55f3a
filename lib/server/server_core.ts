import type { Services } from "../actions/action.ts";
import { ACTIONS } from "../actions/mod.ts";
import type { AuditEntry } from "../audit/audit_entry.ts";
import { AuditLog } from "../audit/audit_log.ts";
import { CountedRequests } from "../audit/counted_requests.ts";
import { LogReader } from "../audit/reading/log_reader.ts";
import { Authenticator } from "../auth/authenticator.ts";
import { LoginThrottle } from "../auth/login_throttle.ts";
import { PasswordPool } from "../auth/password_pool.ts";
import { Passwords } from "../auth/passwords.ts";
import { SessionUses } from "../auth/session_uses.ts";
import { Tokens } from "../auth/token.ts";
import { VERSION } from "../cli/version.ts";
import type { Clock } from "../clock.ts";
import { Dispatcher } from "../dispatch.ts";
import { RequestFigures } from "../figures/request_figures.ts";
import { telemetry } from "../figures/telemetry.ts";
import { assertWritable } from "../files/assert_writable.ts";
import type { Limits } from "../model/limits.ts";
import type { Setting, SettingSource } from "../model/setting.ts";
import { Turns } from "../queues/turns.ts";
import type { Report } from "../report.ts";
import { Rooms } from "../rooms/rooms.ts";
import { openSqliteStore } from "../store/sqlite/open_sqlite_store.ts";
import type { Store } from "../store/store.ts";
import type { Timers } from "../timers.ts";
import { ServerFigures } from "./health/server_figures.ts";
import { LogHeads } from "./log/log_heads.ts";
import { countedActions } from "./options/log_options.ts";
import { SERVER_OPTIONS, type ServerOptions } from "./options/server_options.ts";

/** Everything that answers requests, without the network. */
export interface ServerCore {
  services: Services;
  dispatcher: Dispatcher;
  figures: ServerFigures;
  record: (entry: AuditEntry) => void;
  audit: AuditLog;
  close(): Promise<void>;
}

export interface CoreSetup {
  limits: Limits;
  clock: Clock;
  timers: Timers;
  /** Reports one line to the operator. */
  report: Report;
  /** Where the options come from; left out where nobody asks. */
  sources?: Partial<Record<keyof ServerOptions, SettingSource>>;
  /** Replaces the database in the data folder. */
  store?: Store;
}

/**
 * Opens the folders of data and log, creating and locking them as needed.
 * @throws {Error} naming the folder and the remedy; nothing stays open
 */
export async function openCore(
  options: ServerOptions,
  { limits, clock, timers, report, sources = {}, store: given }: CoreSetup,
): Promise<ServerCore> {
  const words = countedActions(options["log-skip"]);
  makeLogFolder(options.log);
  // Opened first: this creates the data folder and locks it against a second server.
  const store = given ?? await openSqliteStore({ path: options.data, report });
  const tokens = await Tokens.open(`${options.data}/token_secret`).catch(async (error) => {
    await store.close();
    throw error;
  });
  const cost = options["bcrypt-cost"];
  const runner = new PasswordPool({ cost, report });
  const passwords = new Passwords({ cost, runner });
  const audit = new AuditLog({ directory: options.log, timers, report });
  const rooms = new Rooms();
  const requests = new RequestFigures(ACTIONS.keys(), () => timers.monotonic());
  const figures = new ServerFigures({
    folders: options,
    sample: () => ({
      version: VERSION,
      entered: rooms.entered,
      requests,
      passwordsWaiting: runner.waiting,
      store: store.figures(),
      audit: audit.backlog,
    }),
    count: () => store.count(),
  }, { clock, timers, report });
  const services: Services = {
    store,
    passwords,
    tokens,
    authenticator: new Authenticator({ tokens, findSession: (id) => store.findSession(id), clock }),
    throttle: new LoginThrottle({ limits, clock }),
    rooms,
    turns: new Turns(timers),
    logs: new LogReader(options.log, () => audit.flush()),
    limits,
    registration: options.registration as Services["registration"],
    sessionUses: new SessionUses(),
    settings: settingsOf(options, sources),
    figures,
    clock,
    actions: ACTIONS,
  };
  const record = audit.record.bind(audit);
  const traces = await telemetry(clock, VERSION);
  const counted = new CountedRequests({ record, words, clock, timers });
  const logHeads = new LogHeads({ audit, store, clock, timers });
  return {
    services,
    audit,
    dispatcher: new Dispatcher({
      services,
      audit: record,
      counted,
      report,
      figures: requests,
      traces,
    }),
    figures,
    record,
    async close() {
      await figures.close();
      services.turns.close();
      passwords.close();
      await store.settled();
      counted.flush();
      await logHeads.close();
      await store.close();
    },
  };
}

function settingsOf(options: ServerOptions, sources: NonNullable<CoreSetup["sources"]>): Setting[] {
  return Object.entries(SERVER_OPTIONS).map(([flag, { env, default: usual }]) => {
    const option = flag as keyof ServerOptions;
    const source = sources[option] ?? "default";
    return { option, value: options[option], default: usual, source, variable: env };
  });
}

/** Creates the log folder. An unusable folder fails the start, while later failures only interrupt the log. */
function makeLogFolder(folder: string): void {
  try {
    Deno.mkdirSync(folder, { recursive: true, mode: 0o750 });
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
