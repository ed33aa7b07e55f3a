import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import { LARGE_STORE, makeLargeStore } from "./large_store.ts";

/** The number of projects of `user0`, including the large store's rooms. */
export const PROJECTS = 200;
/** Messages by `user1` in each additional project. */
const MESSAGES = 20;

/** Creates a large store and adds projects for `user0` up to PROJECTS, with many unread messages. */
export async function makeReadsStore(data: string, messages: number): Promise<void> {
  await makeLargeStore(data, messages);
  const store = await openSqliteStore({ path: data });
  const at = Date.now();
  await Promise.all(Array.from({ length: PROJECTS - LARGE_STORE.rooms }, async (_, index) => {
    const named = { name: `project ${index + 1}`, ownerId: 1, at, tag: null };
    const { project: { id: projectId } } = await store.write("createProject", named).promise();
    await store.write("addMembers", { projectId, actorId: 1, usernames: ["user1"], at }).promise();
    const message = { projectId, userId: 2, text: "hello @user0, how are you?", at, tag: null };
    await Promise.all(
      Array.from({ length: MESSAGES }, () => store.write("addMessage", message).promise()),
    );
  }));
  await store.close();
}
