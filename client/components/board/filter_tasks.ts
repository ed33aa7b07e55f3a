import type { Task } from "../../../lib/model/task.ts";
import type { BoardFilter } from "../../shared/board/board_query.ts";
import { foldName } from "../completion/fold_name.ts";
import { dueState } from "./due_day.ts";

/** Whether a filter leaves anything out. */
export function isFiltering({ assignee, due, words }: BoardFilter): boolean {
  return assignee !== "" || due !== "" || words.trim() !== "";
}

/** The tasks that a filter lets through. Each word has to be in the title or the notes, without accents if it has none. */
export function filterTasks(tasks: readonly Task[], filter: BoardFilter, now: Date): Task[] {
  if (!isFiltering(filter)) return [...tasks];
  const words = filter.words.split(/\s+/).filter((word) => word !== "").map(searched);
  return tasks.filter((task) =>
    matchesAssignee(task, filter.assignee) && matchesDue(task, filter.due, now) &&
    words.every(({ word, folds }) => {
      const text = `${task.title}\n${task.notes}`;
      return (folds ? foldName(text) : text.toLowerCase().normalize("NFC")).includes(word);
    })
  );
}

/** A word with accents asks for these accents, one without for any. */
function searched(word: string): { word: string; folds: boolean } {
  const folded = foldName(word);
  const exact = word.toLowerCase().normalize("NFC");
  return folded === exact ? { word: folded, folds: true } : { word: exact, folds: false };
}

function matchesAssignee({ assignee }: Task, wanted: string): boolean {
  if (wanted === "") return true;
  return wanted === "-" ? assignee === null : assignee?.toLowerCase() === wanted.toLowerCase();
}

function matchesDue({ due, status }: Task, wanted: BoardFilter["due"], now: Date): boolean {
  if (wanted === "") return true;
  const state = dueState(due, now);
  // What is due today is due in this week; what is done isn't late.
  if (wanted === "week") return state === "week" || state === "today";
  return state === wanted && (wanted !== "late" || status !== "done");
}
