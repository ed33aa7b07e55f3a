import type { Task } from "../../../../lib/model/task.ts";

/** The form that saves a field of a card. */
export function fieldForm(field: string, value: string): Record<string, string> {
  const doing = { title: "rename", assignee: "assign", due: "due", notes: "note" }[field]!;
  return { do: doing, [field]: value };
}

/** The value of a field of a card as a task has it. */
export function fieldPatch(field: string, value: string): Partial<Task> {
  const empties = field === "assignee" || field === "due";
  return { [field]: value === "" && empties ? null : value };
}
