import type { Change } from "../model/change.ts";
import type { AddressedEvent } from "../rooms/addressed_event.ts";
import type { ChangedTask, ImportedTasks } from "../store/task_writes.ts";
import type { Outcome } from "./outcome.ts";

/** The outcome of each action that changes a task. */
type TaskOutcome =
  & Outcome<"new_task">
  & Outcome<"promote">
  & Outcome<"assign">
  & Outcome<"set_task">
  & Outcome<"due">
  & Outcome<"rename_task">
  & Outcome<"note_task">
  & Outcome<"delete_task">
  & Outcome<"restore_task">;

/**
 * The outcome of a change of a task: its line of activity, then the `task` events, then its message's `edit`
 * (docs/PROTOCOL.md, "Events").
 */
export function taskOutcome(changed: ChangedTask): TaskOutcome {
  const { task, duplicate } = changed;
  return {
    reply: duplicate ? { task, duplicate } : { task },
    change: lineOf(changed),
    events: eventsOf(changed),
  };
}

function lineOf({ line, assigned }: ChangedTask): Change | undefined {
  if (line === null) return undefined;
  return {
    kind: "activity_added",
    projectId: line.project_id,
    message: line,
    by: line.user,
    mentioned: assigned === null ? [] : [{ id: assigned }],
  };
}

/** More tasks than this, moved or imported at once, are not told one by one: their notes may be long. */
const MOST_TOLD = 32;

function eventsOf({ task, change, moved, message, assignees }: ChangedTask): AddressedEvent[] {
  if (change === null) return [];
  const { by } = change;
  const projectId = task.project_id;
  const told = moved.length > MOST_TOLD ? [] : moved;
  const events: AddressedEvent[] = told.map((task) => (
    { type: "task", data: { task, change }, by, to: { projectId } }
  ));
  events.push({
    type: "task",
    data: { task, change, ...told.length < moved.length && { reordered: true } },
    by,
    to: { projectId, watchers: assignees },
  });
  if (message !== null) events.push({ type: "edit", data: message, by, to: { projectId } });
  return events;
}

/**
 * The outcome of an import: the line of activity of its first part, then a `task` event for each task. Of many, one event
 * says that there are others.
 */
export function importOutcome(imported: ImportedTasks): Outcome<"import_tasks"> {
  const { tasks, duplicate, changes, line, assignees, moved } = imported;
  if (duplicate) return { reply: { tasks, duplicate } };
  const [{ by }] = changes;
  const projectId = tasks[0].project_id;
  const many = moved || tasks.length > MOST_TOLD;
  const person = (id: number | null) => id === null ? [] : [id];
  const told = (many ? tasks.slice(0, 1) : tasks).map((task, at): AddressedEvent => ({
    type: "task",
    data: { task, change: changes[at], ...many && { reordered: true } },
    by,
    to: { projectId, watchers: [...new Set((many ? assignees : [assignees[at]]).flatMap(person))] },
  }));
  return {
    reply: { tasks },
    change: line === null
      ? undefined
      : { kind: "activity_added", projectId, message: line, by, mentioned: [] },
    events: told,
  };
}
