import { TextLineStream } from "../../client/program/text_line_stream.ts";
import { withFolder } from "../folder.ts";
import { Crowd } from "./crowd.ts";
import { Population } from "./population.ts";
import type { Sample } from "./soak_server.ts";
import { isGrowing, trendOf } from "./trend.ts";

const CONNECTIONS = 1_000;
const SAMPLE_EVERY_MS = 3_000;
/** The speed of the server's clock: a day takes ten minutes. */
const SPEED = 144;
/** Milliseconds for everything to be released once all clients are gone. */
const SETTLING = 30_000;
/** File descriptors opened after the first sample: by the search thread, and for the log's files, one per action. */
const LATER_DESCRIPTORS = 40;

type Series = { name: string; of: (sample: Sample) => number; part: number; atLeast: number };

/**
 * Series that must not grow in the second half. About 100 connections come and go per second: in five minutes, 5 % of
 * the heap is about 30 bytes for each of them. Resident memory varies more than the heap, by pages and threads.
 */
const SERIES: Series[] = [
  { name: "heap", of: ({ heap }) => heap / 1e6, part: 0.05, atLeast: 0.5 },
  { name: "resident memory", of: ({ resident }) => resident / 1e6, part: 0.1, atLeast: 5 },
  {
    name: "descriptors but the connections'",
    of: ({ descriptors, connections }) => descriptors - connections,
    part: 0.05,
    atLeast: 3,
  },
  { name: "threads", of: ({ threads }) => threads, part: 0, atLeast: 1 },
  { name: "write-ahead log", of: ({ wal }) => wal / 1e6, part: 0.1, atLeast: 5 },
  { name: "ended sessions", of: ({ endedSessions }) => endedSessions, part: 0.2, atLeast: 100 },
];

export interface SoakReport {
  before: Sample;
  samples: (readonly [seconds: number, sample: Sample])[];
  /** The sample after all clients have gone. */
  after: Sample;
  /** Visits by kind. */
  visits: Map<string, number>;
  /** Problems found; empty if there are none. */
  faults: string[];
}

export interface SoakOptions {
  minutes: number;
  connections?: number;
  sampleEveryMs?: number;
  /** Bytes per second that the server leaks on purpose. */
  leak?: number;
  told?: (line: string) => void;
}

/** Lets clients come and go at a server of its own, and reports problems. */
export async function soakConnections(options: SoakOptions): Promise<SoakReport> {
  let report: SoakReport | undefined;
  await withFolder(async (folder) => {
    const server = await SoakServer.start(folder, options.leak ?? 0);
    try {
      report = await soak(server, options);
    } finally {
      report?.faults.push(...await server.end());
    }
  });
  return report!;
}

async function soak(server: SoakServer, options: SoakOptions): Promise<SoakReport> {
  const { minutes, connections = CONNECTIONS, sampleEveryMs = SAMPLE_EVERY_MS } = options;
  const told = options.told ?? (() => {});
  const population = new Population(server.port);
  await population.make();
  const before = await server.sample();
  const crowd = new Crowd(population, connections, Math.random);
  const start = performance.now();
  const samples: [number, Sample][] = [];
  while (performance.now() - start < minutes * 60_000) {
    await new Promise((resolve) => setTimeout(resolve, sampleEveryMs));
    const sample = await server.sample();
    samples.push([(performance.now() - start) / 1_000, sample]);
    if (samples.length % 10 === 0) told(sampleText(samples.at(-1)!));
  }
  await crowd.end();
  const [after, left] = await settled(server, before);
  const second = samples.slice(samples.length >> 1);
  const growing = second.length < 10
    ? []
    : SERIES.flatMap((series) => verdict(series, second, told));
  const missing = crowd.done.size === 0 ? ["nobody came"] : [];
  return {
    before,
    samples,
    after,
    visits: crowd.done,
    faults: [...new Set(crowd.surprises), ...missing, ...growing, ...left],
  };
}

function verdict(series: Series, samples: [number, Sample][], told: (line: string) => void) {
  const trend = trendOf(samples.map(([seconds, sample]) => [seconds, series.of(sample)] as const));
  const [level, growth, least] = [trend.level, trend.growth, trend.leastGrowth]
    .map((value) => value.toFixed(2));
  told(`${series.name}: ${level}, ${growth} more in the second half, at least ${least} for sure`);
  return isGrowing(trend, series) ? [`${series.name} grows: ${level}, by ${growth}`] : [];
}

/** Checks that everything is released once all clients are gone. */
async function settled(server: SoakServer, before: Sample): Promise<[Sample, string[]]> {
  for (const start = performance.now();;) {
    const after = await server.sample();
    const left = [
      ...after.connections > 0 ? [`${after.connections} connections are left`] : [],
      ...after.descriptors > before.descriptors + LATER_DESCRIPTORS
        ? [`${after.descriptors} descriptors, before ${before.descriptors}`]
        : [],
    ];
    if (left.length === 0 || performance.now() - start > SETTLING) return [after, left];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function sampleText([seconds, sample]: [number, Sample]): string {
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return `${seconds.toFixed(0)} s: ${sample.connections} connections, heap ${
    megabytes(sample.heap)
  } MB, resident ${
    megabytes(sample.resident)
  } MB, ${sample.descriptors} descriptors, ${sample.threads} threads, WAL ${
    megabytes(sample.wal)
  } MB, ${sample.endedSessions} ended sessions, ${sample.messages} messages`;
}

class SoakServer {
  readonly #child: Deno.ChildProcess;
  readonly #lines: ReadableStreamDefaultReader<string>;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #errors: Promise<string>;
  port = 0;

  private constructor(child: Deno.ChildProcess) {
    this.#child = child;
    this.#lines = child.stdout.pipeThrough(new TextLineStream()).getReader();
    this.#input = child.stdin.getWriter();
    this.#errors = new Response(child.stderr).text();
  }

  static async start(folder: string, leak: number): Promise<SoakServer> {
    const script = new URL("./soak_server.ts", import.meta.url).href;
    const server = new SoakServer(
      new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--v8-flags=--expose-gc", script, folder, `${SPEED}`, `${leak}`],
        stdin: "piped",
        stdout: "piped",
        stderr: "piped",
      }).spawn(),
    );
    server.port = Number((await server.#line()).split(" ").at(-1));
    return server;
  }

  async sample(): Promise<Sample> {
    await this.#input.write(new TextEncoder().encode("sample\n"));
    return JSON.parse(await this.#line());
  }

  async #line(): Promise<string> {
    const { value } = await this.#lines.read();
    if (value === undefined) throw new Error(`the server ended: ${await this.#errors}`);
    return value;
  }

  /** @returns the problems found */
  async end(): Promise<string[]> {
    await this.#input.close();
    const { code } = await this.#child.status;
    await this.#lines.cancel();
    const errors = await this.#errors;
    return [
      ...code === 0 ? [] : [`the server ended with ${code}`],
      ...errors.split("\n").filter((line) => /internal error|failed|can't/.test(line)),
    ];
  }
}
