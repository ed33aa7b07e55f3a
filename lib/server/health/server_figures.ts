import { join } from "node:path";
import type { Clock } from "../../clock.ts";
import { quantile } from "../../figures/histogram.ts";
import { MINUTE, Minutes } from "../../figures/minutes.ts";
import type { ConnectionFigures, ServerSample } from "../../figures/server_sample.ts";
import type { BackupStatus, MinuteFigures, MinuteLists, Stats } from "../../model/figures/stats.ts";
import type { StoreCounts } from "../../figures/store_figures.ts";
import type { Timer, Timers } from "../../timers.ts";
import { ServerFiles } from "./server_files.ts";

/** Milliseconds for which the counts of the store hold: each takes a look at every project. */
const COUNTS_FRESH = 10_000;

/** Where a server's figures come from. */
export interface FiguresSources {
  folders: { data: string; log: string };
  sample: () => Omit<
    ServerSample,
    "startedAt" | "connections" | "backup" | "files" | "memory"
  >;
  count: () => Promise<StoreCounts>;
}

/** The part of the Listener that is asked for figures. */
export interface CountedConnections {
  counts(): ConnectionFigures;
  /** The most connections at once since the last call. */
  takePeak(): number;
}

/** The connections of what serves nobody. */
const NOBODY: CountedConnections = {
  counts: () => ({
    ...{ open: 0, ending: 0, trusted: 0, inHand: 0, unreadBytes: 0, accepted: 0 },
    ...{ ended: {}, refused: {} },
  }),
  takePeak: () => 0,
};

/** The counts up to the last minute. */
interface Counted {
  messages: number;
  requests: number;
  deliveries: Float64Array;
}

/** Gathers what a server tells of itself, and keeps the figures of each minute of the last day. */
export class ServerFigures {
  readonly #sources: FiguresSources;
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #startedAt: number;
  readonly #started: number;
  readonly #files: ServerFiles;
  readonly #minutes: Minutes;
  #counted: Counted;
  #connections = NOBODY;
  #backup: () => BackupStatus | null = () => null;
  #timer: Timer | undefined;
  #writing: Promise<void> = Promise.resolve();
  #counts: { at: number; value: Promise<StoreCounts> } | null = null;

  constructor(
    sources: FiguresSources,
    { clock, timers, report }: { clock: Clock; timers: Timers; report: (line: string) => void },
  ) {
    this.#sources = sources;
    this.#clock = clock;
    this.#timers = timers;
    this.#startedAt = clock.wall();
    this.#started = clock.monotonic();
    this.#files = new ServerFiles(sources.folders);
    this.#minutes = new Minutes(join(sources.folders.data, "figures.jsonl"), report);
    this.#counted = this.#count();
  }

  /**
   * Counts these connections, and records each minute from now on.
   * @param backup tells of the regular backups; null where there are none
   */
  start(connections: CountedConnections, backup: () => BackupStatus | null = () => null): void {
    this.#connections = connections;
    this.#backup = backup;
    this.#await(this.#minute());
  }

  async sample(): Promise<ServerSample> {
    const { rss, heapUsed } = Deno.memoryUsage();
    return {
      ...this.#sources.sample(),
      connections: this.#connections.counts(),
      backup: this.#backup(),
      startedAt: this.#startedAt,
      files: await this.#files.sizes(),
      memory: { rss, heapUsed },
    };
  }

  async stats(): Promise<Stats> {
    const { connections, entered, requests, files, version, backup } = await this.sample();
    const { messages, users, projects, tasks } = await this.#storeCounts();
    return {
      connections: connections.open,
      entered,
      messages,
      users,
      projects,
      tasks,
      uptime_s: Math.floor((this.#clock.monotonic() - this.#started) / 1_000),
      requests: requests.requests,
      errors: requests.errors,
      store_bytes: files.database + files.wal,
      log_bytes: files.log,
      version,
      backup,
    };
  }

  /** The last minutes that are over. */
  minutes(count: number): MinuteLists {
    return this.#minutes.last(count, this.#clock.wall());
  }

  /** Ends with the minutes that are over in the file. */
  async close(): Promise<void> {
    this.#timers.clear(this.#timer);
    await this.#writing;
  }

  /** The minute of now, since 1970. */
  #minute(): number {
    return Math.floor(this.#clock.wall() / MINUTE);
  }

  /** Records the minute when it is over. */
  #await(minute: number): void {
    const left = (minute + 1) * MINUTE - this.#clock.wall();
    this.#timer = this.#timers.set(() => {
      const counted = this.#take(minute);
      this.#writing = this.#writing.then(() => this.#keep(counted));
      // A timer may come a little early; a clock that was set back must not stop the minutes.
      const now = this.#minute();
      this.#await(now === minute ? minute + 1 : now);
    }, left);
  }

  /** Takes what has been counted since the last call. */
  #take(minute: number): Omit<MinuteFigures, "store_bytes" | "log_bytes"> {
    const before = this.#counted;
    const { messages, requests, deliveries } = this.#counted = this.#count();
    const delivered = deliveries.map((count, place) => count - before.deliveries[place]);
    return {
      at: new Date(minute * MINUTE).toISOString(),
      connections: this.#connections.takePeak(),
      messages: messages - before.messages,
      requests: requests - before.requests,
      delivery_p50_ms: rounded(quantile(delivered, 0.5)),
      delivery_p99_ms: rounded(quantile(delivered, 0.99)),
    };
  }

  async #keep(counted: Omit<MinuteFigures, "store_bytes" | "log_bytes">): Promise<void> {
    const { database, wal, log } = await this.#files.sizes();
    await this.#minutes.add({ ...counted, store_bytes: database + wal, log_bytes: log });
  }

  #count(): Counted {
    const { requests } = this.#sources.sample();
    const { messages, requests: answered, deliveries } = requests;
    return { messages, requests: answered, deliveries: deliveries.counts };
  }

  #storeCounts(): Promise<StoreCounts> {
    const now = this.#clock.monotonic();
    if (this.#counts === null || now - this.#counts.at >= COUNTS_FRESH) {
      const value = this.#sources.count();
      value.catch(() => this.#counts = null);
      this.#counts = { at: now, value };
    }
    return this.#counts.value;
  }
}

function rounded(milliseconds: number | null): number | null {
  return milliseconds === null ? null : Math.round(milliseconds * 100) / 100;
}
