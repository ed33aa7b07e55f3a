import assert from "node:assert/strict";
import { type ErrorCode } from "../../lib/errors.ts";
import type { ProjectSummary } from "../../lib/model/project.ts";
import { openSqliteStore } from "../../lib/store/sqlite/open_sqlite_store.ts";
import type { Message, Notice } from "../../lib/model/message.ts";
import type { Asker, PageSize, Store } from "../../lib/store/store.ts";
import { withFolder } from "../folder.ts";

interface StoreWay {
  name: string;
  /** Opens a store on what there is in a folder, which is empty at first. */
  open(folder: string): Promise<Store>;
  /** The quickest way of its database: for tests that open a store for each of many cases. */
  quickest?: true;
  /** What was written is there when it is opened again: for tests that do. */
  reopened?: true;
}

/** The ways to open a store. All tests of this folder hold for each; another database is another row. */
const WAYS: readonly StoreWay[] = [
  { name: "in memory", open: () => openSqliteStore({ path: ":memory:" }), quickest: true },
  {
    name: "inline on a file",
    open: (path) => openSqliteStore({ path, inline: true }),
    reopened: true,
  },
  { name: "with a writer thread", open: (path) => openSqliteStore({ path }) },
];

type UseStore = (store: Store) => Promise<void>;

/** One test for each way to open a store, with an empty one. */
export function testEachStore(name: string, test: UseStore): void {
  for (const way of WAYS) Deno.test(`${name}, ${way.name}`, () => withStore(way, test));
}

/** One test for each database, with what opens an empty store, and closes it when it was used. */
export function testEachDatabase(
  name: string,
  test: (withEmptyStore: (use: UseStore) => Promise<void>) => Promise<void>,
): void {
  for (const way of WAYS) {
    if (way.quickest) Deno.test(`${name}, ${way.name}`, () => test((use) => withStore(way, use)));
  }
}

/** One test for each way to open a store that keeps what it has in its folder. */
export function testReopenedStore(
  name: string,
  test: (open: StoreWay["open"]) => Promise<void>,
): void {
  for (const way of WAYS) if (way.reopened) Deno.test(`${name}, ${way.name}`, () => test(way.open));
}

function withStore(way: StoreWay, use: UseStore): Promise<void> {
  return withFolder(async (folder) => {
    const store = await way.open(folder);
    try {
      await use(store);
    } finally {
      await store.close();
    }
  });
}

/** A matcher for assert.rejects. */
export function refusal(code: ErrorCode, message?: RegExp) {
  return message === undefined
    ? { name: "ChungError", code }
    : { name: "ChungError", code, message };
}

/** The first moment of the tests in Unix milliseconds, 2026-11-23T08:00:00.000Z. */
export const START = Date.UTC(2026, 10, 23, 8);

export const WHOLE = { limit: 1_000, bytes: 1024 * 1024 };

/** A room as this member sees it, whole. */
export async function view(store: Store, projectId: number, userId: number) {
  const request = { projectId, userId, afterId: null, afterChange: null, size: WHOLE };
  return (await store.readRoom(request))!;
}

/** A user's projects, all on one page. */
export async function projectsOf(store: Store, userId: number): Promise<ProjectSummary[]> {
  const { projects, more } = (await store.listProjects({ userId, limit: 1_000, before: null }))!;
  assert.equal(more, false);
  return projects;
}

/** A line of activity of project 1. */
export function line(id: number, user: string, notice: Notice, timestamp = START): Message {
  const at = new Date(timestamp).toISOString();
  return { id, project_id: 1, user, message: "", timestamp: at, notice };
}

export async function addUser(store: Store, username: string): Promise<number> {
  const user = { username, passwordHash: `hash of ${username}`, at: START };
  return (await store.write("createUser", user).promise()).id;
}

export async function addProject(store: Store, ownerId: number, name = "Website", at = START) {
  const { project } = await store.write("createProject", { name, ownerId, at, tag: null })
    .promise();
  return project.id;
}

export async function addMessage(
  store: Store,
  projectId: number,
  userId: number,
  text = "hi",
  at = START,
) {
  const { message } = await store.write("addMessage", { projectId, userId, text, at, tag: null })
    .promise();
  return message;
}

/** Whom a search is for that waits for its result. */
export const ASKER: Asker = { account: 1, wanted: () => true };

/** Finds messages, all that there are. */
export async function findMessages(
  store: Store,
  projectId: number,
  query: string,
  size: PageSize,
): Promise<Message[]> {
  const { messages, partial } = await store.search(projectId, query, size, ASKER);
  assert.equal(partial, false);
  return messages;
}
