import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { TaskStatus } from "../../../../model/task.ts";

/** Where the first task of a column stands: half way, so that it can grow in both directions. */
const MIDDLE = 2 ** 52;
/** The distance of a new first or last task from its neighbour. */
const GAP = 2 ** 30;
/** The least distance that numbering anew leaves on average. */
const ROOM = 2 ** 16;
/** Tasks on each side that are numbered anew at first; four times as many until there is room. */
const NEIGHBOURS = 8;

/** The tasks of one status of a project. */
export interface Column {
  projectId: number;
  status: TaskStatus;
}

interface Placed {
  id: number;
  position: number;
}

/**
 * Finds positions in the order of a board's columns, inside the writer's transaction. A moved task gets a position
 * between its new neighbours, or beyond the first or last one, so that the others keep theirs and one event tells all
 * of it. Where two neighbours have no number left between them, after thirty moves in a row to one place between them,
 * they and a few around them are spread out (list labelling: Itai, Konheim and Rodeh, "A sparse table implementation of
 * priority queues", 1981).
 */
export class TaskPositions {
  readonly #below: StatementSync;
  readonly #above: StatementSync;
  readonly #set: StatementSync;

  constructor(database: DatabaseSync) {
    const others = `SELECT id, position FROM tasks
      WHERE project_id = ? AND status = ? AND deleted_at IS NULL AND id <> ?`;
    this.#below = database.prepare(
      `${others} AND position < ? ORDER BY position DESC LIMIT ?`,
    );
    this.#above = database.prepare(`${others} AND position >= ? ORDER BY position LIMIT ?`);
    this.#set = database.prepare("UPDATE tasks SET position = ? WHERE id = ?");
  }

  /**
   * Whether nothing is between a task's position and the place before `before`.
   * @param before a position; infinite for the end of the column
   */
  isThere(column: Column, task: Placed, before: number): boolean {
    const [previous] = this.#read(this.#below, column, task.id, before, 1);
    const [next] = this.#read(this.#above, column, task.id, before, 1);
    return task.position > (previous?.position ?? 0) &&
      task.position < (next?.position ?? Infinity);
  }

  /**
   * Returns a free position, and the ids of the tasks that were given another one for it.
   * @param taskId the task to be placed; 0 for a new one
   */
  find(column: Column, taskId: number, before: number): { position: number; moved: number[] } {
    for (let count = 1;; count = count === 1 ? NEIGHBOURS : count * 4) {
      const below = this.#read(this.#below, column, taskId, before, count).reverse();
      const above = this.#read(this.#above, column, taskId, before, count);
      const all = below.length < count && above.length < count;
      // The outermost of each side stays where it is; where there are fewer, the column ends.
      const bottom = below.length < count ? null : below.shift()!.position;
      const top = above.length < count ? null : above.pop()!.position;
      const places = below.length + above.length + 1;
      const width = (places + 1) * GAP;
      const low = bottom ?? (top ?? MIDDLE + width) - width;
      const high = top ?? low + width;
      if ((low < 0 || high > Number.MAX_SAFE_INTEGER) && !all) continue;
      const step = Math.floor((high - low) / (places + 1));
      if (count === 1 ? step < 1 : step < ROOM && !all) continue;
      const position = low + step * (below.length + 1);
      const moved = [
        ...below.map(({ id }, at) => ({ id, position: low + step * (at + 1) })),
        ...above.map(({ id }, at) => ({ id, position: position + step * (at + 1) })),
      ];
      for (const { id, position } of moved) this.#set.run(position, id);
      return { position, moved: moved.map(({ id }) => id) };
    }
  }

  #read(
    statement: StatementSync,
    { projectId, status }: Column,
    taskId: number,
    before: number,
    count: number,
  ): Placed[] {
    const place = Math.min(before, Number.MAX_SAFE_INTEGER);
    const rows = statement.all(projectId, status, taskId, place, count);
    return rows as unknown as Placed[];
  }
}
