import { join } from "node:path";
import { Passwords } from "../../../lib/auth/passwords.ts";
import { openSqliteStore } from "../../../lib/store/mod.ts";
import { Program, SERVER_READY } from "../../program.ts";
import { LineClient } from "../../line_client.ts";
import type { LoadPlan } from "./plan.ts";

/** What the load runs against. */
export interface Target {
  name: string;
  plan: Omit<LoadPlan, "window" | "seconds">;
  close(): Promise<void>;
}

/** `rooms` rooms of `members` connections each; `bytes` of text a message. */
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

/** The server as it is run, on a new data folder in `folder`. */
export async function startChung(folder: string, shape: Shape): Promise<Target> {
  const most = String(Math.max(1_024, shape.rooms * shape.members + 10));
  const folders = ["--data", join(folder, "data"), "--log", join(folder, "log")];
  const accounts = await makeRooms(join(folder, "data"), shape);
  const options = ["--port", "0", "--max-connections", most];
  const program = new Program("server.ts", [...options, ...folders]);
  const port = Number(await program.line(SERVER_READY));
  const tokens = await logIn(port, accounts);
  return {
    name: "chung-server",
    plan: {
      port,
      dialect: "chung",
      newline: "\n",
      bytes: shape.bytes,
      connections: connectionsOf(shape, (room, index) => ({
        open: [`enter ${tokens[index % accounts]} ${room}`],
        answers: 1,
        message: `chat ${tokens[index % accounts]} ${room} %`,
      })),
    },
    close: () => end(program),
  };
}

/** More people than this share accounts: each login costs a password hash. */
const MOST_ACCOUNTS = 200;
const PASSWORD = "matkhau-123";

/** Makes the accounts and rooms in the database itself, before the server has it. */
async function makeRooms(data: string, { rooms, members }: Shape): Promise<number> {
  const passwords = new Passwords({ cost: 10, workers: 1, report: () => {} });
  const passwordHash = await passwords.hash(PASSWORD);
  passwords.close();
  const store = await openSqliteStore({ path: data });
  const at = Date.now();
  const accounts = Math.min(MOST_ACCOUNTS, rooms * members);
  const usernames = Array.from({ length: accounts }, (_, index) => `user${index}`);
  for (const username of usernames) {
    await store.createUser({ username, passwordHash, at }).promise();
  }
  for (let room = 0; room < rooms; room++) {
    const named = { name: "room", ownerId: 1, at, tag: null };
    const { project } = await store.createProject(named).promise();
    const inRoom = Array.from({ length: members }, (_, place) => room * members + place);
    const names = new Set(inRoom.map((index) => usernames[index % accounts]));
    const added = { projectId: project.id, actorId: 1, usernames: [...names], at };
    await store.addMembers(added).promise();
  }
  await store.close();
  return accounts;
}

/** A token for each account; a few connections at once keep the hashing threads busy. */
async function logIn(port: number, accounts: number): Promise<string[]> {
  const tokens: string[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: 4 }, async () => {
    const client = await LineClient.connect(port);
    while (next < accounts) {
      const index = next++;
      tokens[index] = (await client.ok(`login user${index} ${PASSWORD}`)).token;
    }
    await client.close();
  }));
  return tokens;
}

export async function startRelay(_folder: string, shape: Shape): Promise<Target> {
  const program = new Program("tests/bench/wire/relay.ts");
  const port = Number(await program.line(/^relay listening on [\d.]+:(\d+)$/));
  return {
    name: "relay",
    plan: {
      port,
      dialect: "relay",
      newline: "\n",
      bytes: shape.bytes,
      connections: connectionsOf(shape, (room) => ({
        open: [`JOIN ${room}`],
        answers: 1,
        message: `${room} %`,
      })),
    },
    close: () => end(program),
  };
}

/** nats-server with one file stream over all rooms; null where it is not installed. */
export async function startJetStream(folder: string, shape: Shape): Promise<Target | null> {
  const command = await findNats();
  if (command === null) return null;
  const port = freePort();
  const args = ["-a", "127.0.0.1", "-p", String(port), "-js", "-sd", join(folder, "jetstream")];
  const program = new Program({ command, args, environment: {}, cwd: folder });
  await createStream(await connected(port));
  const options = JSON.stringify({ verbose: false, pedantic: false, echo: false });
  return {
    name: "nats JetStream",
    plan: {
      port,
      dialect: "nats",
      newline: "\r\n",
      bytes: shape.bytes,
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
      // Not there.
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
