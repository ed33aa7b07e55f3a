import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";

/** The projects of the one user, who has a task in each. */
export const PROJECTS = 200;
/** Tasks of the first project. */
export const TASKS = 1_000;

/** Creates a user with projects, the first of which has many tasks, and a task of the user's in each. */
export async function makeTaskStore(data: string): Promise<void> {
  const store = await openSqliteStore({ path: data });
  const at = Date.now();
  await store.write("createUser", { username: "user0", passwordHash: "", at }).promise();
  for (let index = 0; index < PROJECTS; index++) {
    const named = { name: `project ${index}`, ownerId: 1, at, tag: null };
    const { project } = await store.write("createProject", named).promise();
    const made = { projectId: project.id, userId: 1, title: "Viết báo cáo tuần", at, tag: null };
    const { task } = await store.write("createTask", made).promise();
    await store.write("assignTask", { taskId: task.id, userId: 1, username: "user0", at })
      .promise();
  }
  const made = { projectId: 1, userId: 1, title: "Việc trong dự án này", at, tag: null };
  await Promise.all(
    Array.from({ length: TASKS - 1 }, () => store.write("createTask", made).promise()),
  );
  await store.close();
}
