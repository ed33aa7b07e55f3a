// A server with an accelerated clock, so that everything that a day brings happens in minutes: silence, expiring
// tokens, hourly purges, new log files at midnight. Answers each line of standard input with a sample.
//   deno run -A --v8-flags=--expose-gc tests/soak/soak_server.ts FOLDER SPEED [LEAK]
// LEAK: bytes per second to leak on purpose, to test the detection.
import { startServer } from "../../lib/server/start_server.ts";
import { systemTimers, type Timers } from "../../lib/timers.ts";
import { SERVER_OPTIONS, type ServerOptions } from "../../lib/server/options/server_options.ts";
import { openReaderConnection } from "../../lib/store/sqlite/connections.ts";
import { TextLineStream } from "../../client/program/text_line_stream.ts";
import { clockOf } from "../clock_of.ts";

/** A sample of the server's resources. */
export interface Sample {
  connections: number;
  /** Heap of the main thread in bytes, after garbage collection. */
  heap: number;
  /** Resident memory of the process in bytes. */
  resident: number;
  descriptors: number;
  threads: number;
  /** Size of the database's write-ahead log in bytes. */
  wal: number;
  /** Ended sessions that are still in the store. */
  endedSessions: number;
  messages: number;
}

/** An hour of the server's clock. */
const TOKEN_SECONDS = 60 * 60;
const MAX_CONNECTIONS = 1_100;
const MAX_OUTPUT = 256 * 1024;
/** Pauses from here on use the accelerated clock, shorter ones the real one. */
const LONG_INTERVAL = 10_000;

const [folder, speed, leak = "0"] = Deno.args;
const start = Date.now();
const now = () => start + (Date.now() - start) * Number(speed);
const timers: Timers = {
  ...systemTimers,
  set: (run, ms) => systemTimers.set(run, ms < LONG_INTERVAL ? ms : ms / Number(speed)),
};

const defaults = Object.fromEntries(
  Object.entries(SERVER_OPTIONS).map(([flag, definition]) => [flag, definition.default]),
) as ServerOptions;
const report = (line: string) => Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
const server = await startServer({
  ...defaults,
  port: 0,
  data: `${folder}/data`,
  log: `${folder}/log`,
  "bcrypt-cost": 4,
  "token-seconds": TOKEN_SECONDS,
  "max-connections": MAX_CONNECTIONS,
  "max-output": MAX_OUTPUT,
}, { report, clock: clockOf(now), timers });

const database = openReaderConnection(`${folder}/data/chung.db`);
const ended = database.prepare(
  "SELECT count(*) AS count FROM sessions WHERE expires_at < ? OR ended_at < ?",
);
const messages = database.prepare("SELECT coalesce(max(id), 0) AS count FROM chats");

function sample(): Sample {
  (globalThis as unknown as { gc(): void }).gc();
  return {
    connections: server.connections().open,
    heap: Deno.memoryUsage().heapUsed,
    resident: Deno.memoryUsage().rss,
    descriptors: [...Deno.readDirSync("/proc/self/fd")].length,
    threads: [...Deno.readDirSync("/proc/self/task")].length,
    wal: Deno.statSync(`${folder}/data/chung.db-wal`).size,
    endedSessions: ended.get(now() / 1_000, now())!.count as number,
    messages: messages.get()!.count as number,
  };
}

const kept: number[][] = [];
if (Number(leak) > 0) {
  setInterval(
    () => kept.push(Array.from({ length: Number(leak) / 8 }, () => Math.random())),
    1_000,
  );
}
const print = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
print(`listening on ${server.address.port}`);
const lines = Deno.stdin.readable.pipeThrough(new TextLineStream());
for await (const _ of lines) print(JSON.stringify(sample()));
database.close();
await server.close();
Deno.exit(0);
