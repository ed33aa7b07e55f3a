import { LineClient } from "../../line_client.ts";

/** A connection that sends one request after the other. */
export interface TaskWriter {
  line: LineClient;
  token: string;
  projectId: number;
  /** A task of the project that nobody else changes. */
  taskId: number;
}

/** The next request of a writer, each time. */
export type NextRequest = (writer: TaskWriter, count: number) => string;

/** Opens a connection for each project, with the session of `user0`, and creates a task for each. */
export async function openWriters(
  port: number,
  token: string,
  projectIds: readonly number[],
): Promise<TaskWriter[]> {
  return await Promise.all(projectIds.map(async (projectId) => {
    const line = await LineClient.connect(port);
    const { task } = await line.ok(`new_task ${token} ${projectId} Viết báo cáo tuần`);
    return { line, token, projectId, taskId: task.id };
  }));
}

/** Requests answered a second, with one of each writer unanswered. */
export async function rate(
  writers: readonly TaskWriter[],
  next: NextRequest,
  seconds: number,
): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let answered = 0;
  await Promise.all(writers.map(async (writer) => {
    for (let count = 0; performance.now() < end; count++) {
      await writer.line.ok(next(writer, count));
      answered++;
    }
  }));
  return answered / (performance.now() - start) * 1_000;
}
