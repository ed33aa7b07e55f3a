import { type ErrorCode } from "../../lib/errors.ts";
import { openSqliteStore } from "../../lib/store/sqlite/open_sqlite_store.ts";
import type { Store } from "../../lib/store/store.ts";

/** The ways to run the store; the same tests hold for each. */
export const STORES = {
  "in memory": { file: false, inline: true },
  "inline on a file": { file: true, inline: true },
  "with a writer thread": { file: true, inline: false },
};

/** One test for each way to run the store, on a database of its own. */
export function testEachStore(name: string, test: (store: Store) => Promise<void>): void {
  for (const [way, { file, inline }] of Object.entries(STORES)) {
    Deno.test(`${name}, ${way}`, async () => {
      if (file) await withFolder((path) => withStore({ path, inline }, test));
      else await withStore({ path: ":memory:" }, test);
    });
  }
}

export async function withStore(
  options: Parameters<typeof openSqliteStore>[0],
  use: (store: Store) => Promise<void>,
): Promise<void> {
  const store = await openSqliteStore(options);
  try {
    await use(store);
  } finally {
    await store.close();
  }
}

export async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "chung-store-" });
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** For assert.rejects. */
export function refusal(code: ErrorCode, message?: RegExp) {
  return message === undefined
    ? { name: "ChungError", code }
    : { name: "ChungError", code, message };
}

/** Unix ms of the tests' first moment, 2026-11-23T08:00:00.000Z. */
export const START = Date.UTC(2026, 10, 23, 8);

export const WHOLE = { limit: 1_000, bytes: 1024 * 1024 };

/** A room as this member sees it, whole. */
export async function view(store: Store, projectId: number, userId: number) {
  const request = { projectId, userId, afterId: null, afterChange: null, size: WHOLE };
  return (await store.readRoom(request))!;
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
