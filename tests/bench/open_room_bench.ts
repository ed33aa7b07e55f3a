// Store reads for opening a room's page, with many messages against 100; half of them unread.
//   deno run -A tests/bench/open_room_bench.ts [MESSAGES]
import { openSqliteStore } from "../../lib/store/sqlite/open_sqlite_store.ts";
import type { Store } from "../../lib/store/store.ts";
import { withFolder } from "../folder.ts";
import { median } from "./report/median.ts";
import { printSection } from "./report/print_section.ts";
import { count, milliseconds } from "./report/quantities.ts";
import type { Figure, Section } from "./report/report.ts";

const MESSAGES = 100_000;
const BASELINE_MESSAGES = 100;
const ROUNDS = 201;
const PAGE = { limit: 100, bytes: 1024 * 1024 };
const TEXT = "a message of a usual length, sixty characters or thereabouts";

/** A room, the user who opens it, and the user's first unread message. */
interface Room {
  projectId: number;
  userId: number;
  firstUnread: number;
}

/** Creates a room with one user's messages, half of which another user has read. */
async function makeRoom(store: Store, messages: number): Promise<Room> {
  const at = Date.now();
  const [author, reader] = await Promise.all(
    ["author", "reader"].map((name) =>
      store.write("createUser", { username: `${name}-${messages}`, passwordHash: "", at }).promise()
    ),
  );
  const { project: { id: projectId } } = await store.write("createProject", {
    name: "room",
    ownerId: author.id,
    at,
    tag: null,
  }).promise();
  await store.write("addMembers", {
    projectId,
    actorId: author.id,
    usernames: [reader.username],
    at,
  })
    .promise();
  let firstUnread = 0;
  for (let done = 0; done < messages;) {
    const size = Math.min(1_000, messages - done);
    const added = await Promise.all(
      Array.from(
        { length: size },
        () =>
          store.write("addMessage", { projectId, userId: author.id, text: TEXT, at, tag: null })
            .promise(),
      ),
    );
    if (done <= messages / 2) {
      firstUnread = added[Math.min(messages / 2 - done, size - 1)].message.id;
    }
    done += size;
  }
  await store.write("markRead", { projectId, userId: reader.id, messageId: firstUnread - 1 })
    .promise();
  return { projectId, userId: reader.id, firstUnread };
}

/** The page's reads: members, unread count, and the newest messages or those around the first unread one. */
const OPENINGS: [name: string, open: (store: Store, room: Room) => Promise<unknown>[]][] = [
  ["at the newest", (store, { projectId, userId }) => [
    store.listProjects({ userId, limit: 200, before: null }),
    store.listMembers(projectId),
    store.messagesBefore(projectId, null, PAGE),
  ]],
  ["at the first unread", (store, { projectId, userId, firstUnread }) => [
    store.listProjects({ userId, limit: 200, before: null }),
    store.listMembers(projectId),
    store.messagesBefore(projectId, firstUnread, { ...PAGE, limit: 30 }),
    store.messagesAfter(projectId, firstUnread - 1, { ...PAGE, limit: 70 }),
  ]],
];

export async function benchOpenRoom(messages: number = MESSAGES): Promise<Section> {
  const figures: Figure[] = [];
  await withFolder(async (folder) => {
    const store = await openSqliteStore({ path: `${folder}/data` });
    const small = await makeRoom(store, BASELINE_MESSAGES);
    const large = await makeRoom(store, messages);
    for (const [name, open] of OPENINGS) {
      const times = new Map<Room, number[]>([[small, []], [large, []]]);
      // In turns, so that other activity on the machine affects both alike.
      for (let round = 0; round < ROUNDS; round++) {
        for (const [room, spent] of times) {
          const start = performance.now();
          await Promise.all(open(store, room));
          spent.push(performance.now() - start);
        }
      }
      const [baseline, time] = [...times.values()].map(median);
      figures.push({
        name: `${count(messages)} messages, ${name}`,
        value: milliseconds(time),
        ratio: time / baseline,
        against: `${BASELINE_MESSAGES} messages, ${milliseconds(baseline)}`,
      });
    }
    await store.close();
  });
  return {
    title: "Opening a room",
    command: "deno run -A tests/bench/open_room_bench.ts",
    figures,
    notes: ["What a room's page asks of the store; half of the room is unread."],
  };
}

if (import.meta.main) {
  const [messages] = Deno.args;
  printSection(await benchOpenRoom(messages === undefined ? undefined : Number(messages)));
}
