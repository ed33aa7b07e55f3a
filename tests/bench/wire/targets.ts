import { join } from "node:path";
import { Program, SERVER_READY } from "../../program.ts";
import { startedProcess } from "../process/started_process.ts";
import { makeRooms, makeSessions } from "./chung_rooms.ts";
import type { LoadPlan } from "./plan.ts";

/** A target of the load. */
export interface Target {
  name: "relay" | "nats JetStream" | "chung";
  plan: Omit<LoadPlan, "window" | "seconds">;
  close(): Promise<void>;
}

/** `rooms` rooms of `members` connections each, and `bytes` of text per message. */
export interface Shape {
  rooms: number;
  members: number;
  bytes: number;
}

function connectionsOf<T>(
  { rooms, members }: Shape,
  make: (room: number, index: number) => T,
): T[] {
  return Array.from(
    { length: rooms * members },
    (_, index) => make(1 + Math.floor(index / members), index),
  );
}

/**
 * Starts the server as in production, on the data folder `folder`/data.
 * @param fill creates the rooms and accounts of the shape, like `makeRooms`
 */
export async function startChung(
  folder: string,
  shape: Shape,
  fill: (data: string, shape: Shape) => Promise<void> = makeRooms,
): Promise<Target> {
  const data = join(folder, "data");
  await fill(data, shape);
  const tokens = await makeSessions(data, shape.rooms * shape.members);
  const most = String(Math.max(1_024, shape.rooms * shape.members + 10));
  const folders = ["--data", data, "--log", join(folder, "log")];
  const options = [
    ...["--port", "0", "--max-connections", most],
    // One account asks on many connections in tests/bench/bulk_bench.ts.
    ...["--max-connections-per-account", most],
  ];
  const { program, processId } = startedProcess(() =>
    new Program("server.ts", [...options, ...folders])
  );
  const port = Number(await program.line(SERVER_READY));
  return {
    name: "chung",
    plan: { ...chungPlan(port, shape, tokens), processId },
    close: () => end(program),
  };
}

/** A load of this shape for a server with its rooms, with a token per connection. */
export function chungPlan(port: number, shape: Shape, tokens: string[]): Target["plan"] {
  return {
    port,
    dialect: "chung",
    newline: "\n",
    ...shape,
    connections: connectionsOf(shape, (room, index) => ({
      open: [`enter ${tokens[index]} ${room}`],
      answers: 1,
      message: `chat ${tokens[index]} ${room} %`,
    })),
  };
}

export async function startRelay(_folder: string, shape: Shape): Promise<Target> {
  const { program, processId } = startedProcess(() => new Program("tests/bench/wire/relay.ts"));
  const port = Number(await program.line(/^relay listening on [\d.]+:(\d+)$/));
  return {
    name: "relay",
    plan: {
      processId,
      port,
      dialect: "relay",
      newline: "\n",
      ...shape,
      connections: connectionsOf(shape, (room) => ({
        open: [`JOIN ${room}`],
        answers: 1,
        message: `${room} %`,
      })),
    },
    close: () => end(program),
  };
}

/** Starts nats-server with one file stream for all rooms; null where it is not installed. */
export async function startJetStream(folder: string, shape: Shape): Promise<Target | null> {
  const command = await findNats();
  if (command === null) return null;
  const port = freePort();
  const args = ["-a", "127.0.0.1", "-p", String(port), "-js", "-sd", join(folder, "jetstream")];
  const { program, processId } = startedProcess(() =>
    new Program({ command, args, environment: {}, cwd: folder })
  );
  await createStream(await connected(port));
  const options = JSON.stringify({ verbose: false, pedantic: false, echo: false });
  return {
    name: "nats JetStream",
    plan: {
      processId,
      port,
      dialect: "nats",
      newline: "\r\n",
      ...shape,
      connections: connectionsOf(shape, (room, index) => ({
        open: [`CONNECT ${options}`, `SUB room.${room} 1`, `SUB _INBOX.${index} 2`, "PING"],
        answers: 1,
        message: `PUB room.${room} _INBOX.${index} ${shape.bytes}\r\n%`,
      })),
    },
    close: () => end(program),
  };
}

async function findNats(): Promise<string | null> {
  for (const command of ["nats-server", "/usr/sbin/nats-server"]) {
    try {
      await new Deno.Command(command, { args: ["--version"], stdout: "null" }).output();
      return command;
    } catch {
      // It is not in this folder.
    }
  }
  return null;
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return listener.addr.port;
}

async function connected(port: number): Promise<Deno.TcpConn> {
  for (;;) {
    try {
      return await Deno.connect({ hostname: "127.0.0.1", port });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function createStream(conn: Deno.TcpConn): Promise<void> {
  const stream = JSON.stringify({ name: "CHUNG", subjects: ["room.*"], storage: "file" });
  const lines = [
    "CONNECT {}",
    "SUB _INBOX.setup 1",
    `PUB $JS.API.STREAM.CREATE.CHUNG _INBOX.setup ${stream.length}`,
    stream,
  ];
  await conn.write(new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join("")));
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(64 * 1024);
  let answer = "";
  while (!/stream_create_response/.test(answer)) {
    const read = await conn.read(buffer);
    if (read === null) throw new Error(`no stream: ${answer}`);
    answer += decoder.decode(buffer.subarray(0, read));
  }
  conn.close();
  if (answer.includes('"error"')) throw new Error(answer);
}

async function end(program: Program): Promise<void> {
  program.kill("SIGTERM");
  await program.end();
}
