import { join } from "node:path";
import { Tokens } from "../../../lib/auth/token.ts";
import { storedSecret } from "../../../lib/model/accounts/stored_secret.ts";
import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import type { Shape } from "./targets.ts";

/** Lifetime of the tokens in seconds. */
const TOKEN_SECONDS = 24 * 60 * 60;

/**
 * Creates accounts `user0`… that can't log in, and rooms with `members` consecutive ones each, all owned by the first.
 */
export async function makeRooms(data: string, { rooms, members }: Shape): Promise<void> {
  const store = await openSqliteStore({ path: data });
  const at = Date.now();
  const usernames = Array.from({ length: rooms * members }, (_, index) => `user${index}`);
  await Promise.all(
    usernames.map((username) =>
      store.write("createUser", { username, passwordHash: "", at }).promise()
    ),
  );
  for (let room = 0; room < rooms; room++) {
    const { project } = await store.write("createProject", {
      name: `room ${room + 1}`,
      ownerId: 1,
      at,
      tag: null,
    }).promise();
    const inRoom = usernames.slice(room * members, (room + 1) * members);
    await store.write("addMembers", { projectId: project.id, actorId: 1, usernames: inRoom, at })
      .promise();
  }
  await store.close();
}

/** Creates a token for each of the accounts `user0`…, as a login would, without checking a password. */
export async function makeSessions(data: string, accounts: number): Promise<string[]> {
  const store = await openSqliteStore({ path: data });
  const tokens = await Tokens.open(join(data, "token_secret"));
  const at = Date.now();
  const issuedAt = Math.floor(at / 1_000);
  const expiresAt = issuedAt + TOKEN_SECONDS;
  const made = await Promise.all(Array.from({ length: accounts }, async (_, index) => {
    const username = `user${index}`;
    const account = await store.findAccount(username);
    if (account === null) throw new Error(`no account ${username}`);
    const secret = crypto.randomUUID();
    const id = storedSecret(secret);
    await store.write("createSession", { id, userId: account.id, at, expiresAt }).promise();
    return await tokens.issue({ username, id: secret, issuedAt, expiresAt });
  }));
  await store.close();
  return made;
}
