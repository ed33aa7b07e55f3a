import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import { LARGE_STORE, makeLargeStore } from "./large_store.ts";

/** Projects that `user0` is in, the large store's rooms among them. */
export const PROJECTS = 200;
/** Messages in each of the further projects, by `user1`. */
const MESSAGES = 20;

/** A large store, and so many projects of its `user0` that there are PROJECTS, of which much is unread. */
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
