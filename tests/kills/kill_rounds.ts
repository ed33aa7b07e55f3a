import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { Program, SERVER_READY } from "../program.ts";
import { assertIndexed, assertSound } from "./invariants.ts";
import { assertChained, assertLog } from "./log_after_kills.ts";
import { Facts } from "./facts.ts";
import { Random } from "./random.ts";
import { Writer } from "./writer.ts";

/** The moment at which a server is killed. */
type Moment = "at work" | "starting" | "stopping";
const MOMENTS: readonly Moment[] = ["at work", "at work", "starting", "at work", "stopping"];
const WRITERS = 3;
/** The search index is compared every this many rounds, because that takes longer and longer. */
const INDEX_EVERY = 5;
/** Maximum milliseconds of a start that is to be killed, and of a stop. */
const START_MS = 450;
const STOP_MS = 60;

/** Counters for a summary. */
export interface KillCounts {
  kills: number;
  acknowledged: number;
  messages: number;
}

/**
 * Repeatedly kills a real server while several clients write, restarts it on the same folder, and checks that
 * everything acknowledged is there, and nothing in part.
 * @param seed seed of the requests and of the times of the kills; their effect depends on the machine too
 */
export async function killAgainAndAgain(
  folder: string,
  options: Parameters<typeof killRounds>[1],
): Promise<KillCounts> {
  try {
    return await killRounds(folder, options);
  } finally {
    running?.kill("SIGKILL");
    await running?.end();
  }
}

async function killRounds(
  folder: string,
  { rounds, seed, told = () => {} }: {
    rounds: number;
    seed: number;
    told?: (round: number, counts: KillCounts) => void;
  },
): Promise<KillCounts> {
  const random = new Random(seed);
  const facts = new Facts();
  const writers = Array.from({ length: WRITERS }, (_, i) => new Writer(`w${i}`, facts, random));
  const counts: KillCounts = { kills: 0, acknowledged: 0, messages: 0 };
  const killed = async (server: Program) => {
    server.kill("SIGKILL");
    counts.kills++;
    const { errors } = await server.end();
    assert.equal(errors, "", "a server that is killed has nothing to tell");
  };
  // Kill the very first start too.
  for (let i = 0; i < 3; i++) await killStarting(folder, random, killed);
  let begun = false;
  for (let round = 1; round <= rounds; round++) {
    const moment = begun ? MOMENTS[round % MOMENTS.length] : "at work";
    if (moment === "starting") {
      await killStarting(folder, random, killed);
    } else {
      const { server, port } = await startServer(folder);
      if (begun) await check(folder, port, facts, writers, round % INDEX_EVERY === 0);
      else {
        await begin(writers, port);
        begun = true;
      }
      const enough = facts.acknowledgements + random.below(400);
      let stopped = false;
      const writing = Promise.all(writers.map((writer) => writer.write(port, () => stopped)));
      let failed = false;
      writing.catch(() => failed = true);
      await until(() => failed || facts.acknowledgements >= enough);
      if (moment === "stopping") {
        server.kill("SIGTERM");
        await pause(random.below(STOP_MS));
      }
      await killed(server);
      stopped = true;
      await writing;
    }
    counts.acknowledged = facts.acknowledgements;
    told(round, counts);
  }
  const { server, port } = await startServer(folder);
  await check(folder, port, facts, writers, true);
  server.kill("SIGTERM");
  assert.deepEqual(await server.end(), { code: 0, errors: "" });
  const left = [...Deno.readDirSync(`${folder}/data`)].map(({ name }) => name).sort();
  assert.deepEqual(left, ["chung.db", "chung.lock", "token_secret"], "a clean end leaves no mark");
  counts.messages = open(folder, (database) => {
    assertSound(database);
    return database.prepare("SELECT count(*) AS n FROM chats").get()!.n as number;
  });
  assertLog(`${folder}/log`, counts.kills);
  await assertChained(folder);
  return counts;
}

async function begin(writers: readonly Writer[], port: number): Promise<void> {
  await Promise.all(writers.map((writer) => writer.begin(port)));
  const room = await writers[0].makeRoom(port, writers.slice(1));
  for (const writer of writers) writer.enter(room);
}

async function check(
  folder: string,
  port: number,
  facts: Facts,
  writers: readonly Writer[],
  index: boolean,
): Promise<void> {
  // The database is checked before anything is sent again.
  open(folder, (database) => {
    assertSound(database);
    const actual = reader(database);
    facts.settle(actual);
  });
  for (const writer of writers) await writer.resend(port);
  open(folder, (database) => {
    assertSound(database);
    facts.settle(reader(database));
    const doubled = database.prepare(
      `SELECT substr(message, 1, 40) FROM chats
       WHERE deleted_at IS NULL AND edited_at IS NULL AND activity IS NULL GROUP BY message HAVING count(*) > 1`,
    ).all();
    assert.deepEqual(doubled, [], "no message is there twice");
  });
  if (!index) return;
  // A search waits for the index.
  await writers[0].search(port);
  open(folder, assertIndexed);
}

/** Reads facts from the database. */
function reader(database: DatabaseSync): (name: string) => unknown {
  const ask = (sql: string) => {
    const statement = database.prepare(sql);
    return (...values: string[]) => Object.values(statement.get(...values) ?? {})[0];
  };
  const questions: Record<string, (...values: string[]) => unknown> = {
    message: ask("SELECT message FROM chats WHERE id = ?"),
    name: ask("SELECT name FROM projects WHERE id = ?"),
    owner: ask("SELECT username FROM projects p JOIN users u ON u.id = p.owner WHERE p.id = ?"),
    member: ask("SELECT count(*) FROM members WHERE project_id = ?"),
    user: ask("SELECT 1 FROM users WHERE username = ?"),
    session: ask("SELECT 1 FROM sessions WHERE id = ?"),
    // Whatever its title is by now.
    task: ask(`SELECT 1 FROM request_tags WHERE action = 'new_task' AND tag = ? || '.t' || ?`),
    // Whether all of its tasks are there is an invariant.
    import: ask(
      `SELECT 1 FROM request_tags WHERE action = 'import_tasks' AND tag = ? || '.i' || ?`,
    ),
    there: ask("SELECT deleted_at IS NULL FROM tasks WHERE id = ?"),
    title: ask("SELECT title FROM tasks WHERE id = ?"),
    status: ask("SELECT status FROM tasks WHERE id = ?"),
    project: ask("SELECT 1 FROM projects WHERE name = ? || ' ' || ?"),
  };
  return (fact) => {
    const [kind, ...values] = fact.split(" ");
    const found = questions[kind](...values);
    if (kind === "member") return found === 2;
    if (kind === "there") return found === 1;
    return ["user", "session", "project", "task", "import"].includes(kind) && found !== undefined
      ? true
      : found;
  };
}

function open<T>(folder: string, use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(`${folder}/data/chung.db`, { readOnly: true });
  try {
    return use(database);
  } finally {
    database.close();
  }
}

const args = (folder: string) => [
  "--port",
  "0",
  "--data",
  `${folder}/data`,
  "--log",
  `${folder}/log`,
];

/** Stopped when a check fails. */
let running: Program | null = null;

async function startServer(folder: string): Promise<{ server: Program; port: number }> {
  const server = running = new Program("server.ts", args(folder));
  return { server, port: Number(await server.line(SERVER_READY)) };
}

async function killStarting(
  folder: string,
  random: Random,
  killed: (server: Program) => Promise<void>,
): Promise<void> {
  const server = new Program("server.ts", args(folder));
  await pause(random.below(START_MS));
  await killed(server);
}

/** The moment is random in time, not tied to an event. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(1);
}
