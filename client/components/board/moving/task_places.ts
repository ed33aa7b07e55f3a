import type { Task, TaskStatus } from "../../../../lib/model/task.ts";
import type { TaskPlace } from "../../../shared/board/task_place.ts";
import type { Columns } from "../live/board_state.ts";

/** Where a task is dropped, as `set_task` takes it, and where it shows until that is answered. */
export interface DropPlace extends TaskPlace {
  /** Between its new neighbours; may be a fraction. */
  position: number;
}

/**
 * Finds the place of a task among those of a status that are shown, which may not be all: after the last one that is
 * shown it stands right behind that one.
 * @param index its place among the shown ones, without itself
 */
export function dropPlace(
  taskId: number,
  status: TaskStatus,
  index: number,
  { all, shown }: { all: Columns; shown: Columns },
): DropPlace {
  const others = (tasks: readonly Task[]) => tasks.filter(({ id }) => id !== taskId);
  const column = others(all[status]);
  const visible = others(shown[status]);
  const previous = visible[Math.min(index, visible.length) - 1];
  // Between two that are shown, it goes right before the second.
  const at = index < visible.length
    ? column.indexOf(visible[index])
    : previous === undefined
    ? column.length
    : column.indexOf(previous) + 1;
  const [before, after] = [column[at - 1], column[at]];
  return { status, before: after?.id ?? null, position: between(before, after) };
}

function between(before: Task | undefined, after: Task | undefined): number {
  if (before === undefined) return (after?.position ?? 1) - 1;
  return after === undefined ? before.position + 1 : (before.position + after.position) / 2;
}

/** The place of a task, to which it can be moved back; null if it isn't on the board. */
export function placeOf(taskId: number, columns: Columns): TaskPlace | null {
  for (const column of Object.values(columns)) {
    const at = column.findIndex(({ id }) => id === taskId);
    if (at >= 0) return { status: column[at].status, before: column[at + 1]?.id ?? null };
  }
  return null;
}
