import { isolated } from "../../shared/isolated_text.ts";
import type { OwnTask, OwnTaskList } from "../../shared/tasks/own_task.ts";
import type { Say } from "./say_in.ts";
import type { FormerPlace, ShownTask } from "./shown_task.ts";

/** The list on the page, and what was just said about it. */
export interface OwnTasksState {
  list: OwnTaskList;
  /** Tasks that were finished here, by id. */
  finished: ReadonlyMap<number, ShownTask>;
  said: string;
}

/** The tasks of the page, in any order. */
export function shownTasks({ list, finished }: OwnTasksState): ShownTask[] {
  return [...list.tasks.filter(({ id }) => !finished.has(id)), ...finished.values()];
}

/** The state with the list as it was read anew, and what has come and gone by itself. */
export function withList(state: OwnTasksState, list: OwnTaskList, say: Say): OwnTasksState {
  const open = new Set(list.tasks.map(({ id }) => id));
  const finished = new Map([...state.finished].filter(([id]) => !open.has(id)));
  const others = state.list.tasks.filter(({ id }) => !state.finished.has(id));
  const came = told(missingIn(others, list.tasks), "my_tasks_came", say);
  const went = told(missingIn(list.tasks, others), "my_tasks_went", say);
  const news = [came, went].filter((text) => text !== "").join(". ");
  return { list, finished, said: news || state.said };
}

/** The state after a task was finished, which was at `was`. */
export function withFinished(
  state: OwnTasksState,
  task: OwnTask,
  was: FormerPlace,
  say: Say,
): OwnTasksState {
  const finished = new Map(state.finished).set(task.id, { ...task, finished: was });
  return { ...state, finished, said: say("my_tasks_finished", { title: isolated(task.title) }) };
}

/** The state after that was taken back. */
export function withReopened(state: OwnTasksState, task: ShownTask, say: Say): OwnTasksState {
  const finished = new Map(state.finished);
  finished.delete(task.id);
  const { finished: _, ...open } = task;
  const others = state.list.tasks.filter(({ id }) => id !== task.id);
  return {
    list: { ...state.list, tasks: [...others, open] },
    finished,
    said: say("my_tasks_reopened", { title: isolated(task.title) }),
  };
}

function missingIn(known: readonly OwnTask[], tasks: readonly OwnTask[]): OwnTask[] {
  const ids = new Set(known.map(({ id }) => id));
  return tasks.filter(({ id }) => !ids.has(id));
}

function told(tasks: OwnTask[], what: "my_tasks_came" | "my_tasks_went", say: Say): string {
  if (tasks.length > 1) return say(`${what}_many`, { count: tasks.length });
  return tasks.map(({ title }) => say(what, { title: isolated(title) })).join();
}
