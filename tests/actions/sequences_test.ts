import assert from "node:assert/strict";
import fc from "fast-check";
import type { ProjectSummary } from "../../lib/model/project.ts";
import { Follower } from "../follower.ts";
import { type RecordingPeer, testInWorld, type World } from "./harness.ts";

const NAMES = ["alice", "bob", "carol"];
/** Two per user. */
const CONNECTIONS = 6;

const WORDS = [
  "chat",
  "chat",
  "chat",
  "edit",
  "delete",
  "read",
  "enter",
  "enter",
  "leave",
  "watch",
  "kick",
  "add",
  "rejoin",
  "reconnect",
] as const;

/** `which` selects the message or user, counted from the last. */
interface Step {
  connection: number;
  word: typeof WORDS[number];
  which: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  connection: fc.nat(CONNECTIONS - 1),
  word: fc.constantFrom(...WORDS),
  which: fc.nat(14),
});
/** Steps that start together, at most one per connection. */
const batch = fc.uniqueArray(step, { selector: (each) => each.connection, maxLength: 4 });

class Connection {
  peer: RecordingPeer;
  #read = 0;

  constructor(readonly world: World, readonly token: string, readonly follower: Follower) {
    this.peer = world.peer();
  }

  /** Acts like a reconnecting client, which knows only the log and where it ends. */
  reconnect(): void {
    this.world.disconnect(this.peer);
    this.catchUp();
    this.follower.inside = this.follower.watching = false;
    this.peer = this.world.peer();
    this.#read = 0;
  }

  catchUp(): void {
    for (const line of this.peer.lines.slice(this.#read)) this.follower.take(line);
    this.#read = this.peer.lines.length;
  }

  async enter(): Promise<void> {
    const { projectId, lastId, lastChange } = this.follower;
    await this.peer.request(`enter ${this.token} ${projectId} ${lastId} ${lastChange}`);
  }
}

async function take(connection: Connection, { word, which }: Step, newest: number) {
  const { token, peer, follower: { projectId } } = connection;
  const id = Math.max(newest - which, 0);
  const name = NAMES[which % NAMES.length];
  const lines: Partial<Record<typeof word, string>> = {
    chat: `chat ${token} ${projectId} hi @${name}`,
    edit: `edit ${token} ${id} edited @${name}`,
    delete: `delete ${token} ${id}`,
    read: `read ${token} ${projectId} ${id}`,
    leave: `leave ${token} ${projectId}`,
    watch: `watch ${token}`,
    kick: `kick ${token} ${projectId} ${name}`,
    add: `add_group ${token} ${projectId} ${name}`,
    rejoin: `rejoin ${token} ${projectId}`,
  };
  if (word === "enter") await connection.enter();
  else if (word === "reconnect") connection.reconnect();
  else await peer.request(lines[word]!);
}

testInWorld(
  "who follows the events has the same log and the same counts, whatever people do",
  async (world) => {
    const tokens: string[] = [];
    for (const name of NAMES) tokens.push(await world.peer().join(name));
    const owner = world.peer();
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 10, maxLength: 40 }), async (batches) => {
        const { project } = await owner.ok(`new_project ${tokens[0]} Website`);
        await owner.ok(`add_group ${tokens[0]} ${project.id} bob carol`);
        const connections = Array.from(
          { length: CONNECTIONS },
          (_, index) =>
            new Connection(
              world,
              tokens[index % 3],
              new Follower(NAMES[index % 3], project.id),
            ),
        );
        let newest = 0;
        for (const steps of batches) {
          await Promise.all(
            steps.map((each) => take(connections[each.connection], each, newest)),
          );
          for (const connection of connections) connection.catchUp();
          newest = await probe(owner, tokens, connections, project.id);
        }
        await compare(owner, tokens[0], connections, project.id);
        for (const { peer } of connections) world.disconnect(peer);
        assert.deepEqual(world.reports, []);
      }),
      { numRuns: 60 },
    );
  },
);

/**
 * Sends one more message and checks that every watcher's count agrees with the list.
 * @returns the message's id
 */
async function probe(
  owner: RecordingPeer,
  tokens: string[],
  connections: Connection[],
  projectId: number,
): Promise<number> {
  for (const { follower } of connections) follower.unread = [];
  const { message } = await owner.ok(`chat ${tokens[0]} ${projectId} probe`);
  const counts = new Map<string, number | undefined>();
  for (const [index, token] of tokens.entries()) {
    const { projects } = await owner.ok(`projects ${token}`);
    const row = projects.find(({ id }: ProjectSummary) => id === projectId);
    counts.set(NAMES[index], row?.unread);
  }
  for (const connection of connections) {
    connection.catchUp();
    const { follower } = connection;
    const unread = counts.get(follower.username);
    const hears = follower.watching && !follower.inside && follower.username !== "alice" &&
      unread !== undefined;
    assert.deepEqual(follower.unread, hears ? [unread] : [], follower.username);
  }
  return message.id;
}

async function compare(
  owner: RecordingPeer,
  token: string,
  connections: Connection[],
  projectId: number,
): Promise<void> {
  // Whoever left comes back; whoever was removed is added.
  for (const { token } of connections) await owner.request(`rejoin ${token} ${projectId}`);
  await owner.ok(`add_group ${token} ${projectId} bob carol`);
  const { messages } = await owner.ok(`history ${token} ${projectId}`);
  for (const connection of connections) {
    const { follower } = connection;
    connection.catchUp();
    if (follower.inside) assert.deepEqual(follower.messages(), messages, "by the events alone");
    await connection.enter();
    connection.catchUp();
    assert.equal(follower.more, false);
    assert.deepEqual(follower.messages(), messages, "after it has come back");
  }
}
