import type { Task, TaskChange, TaskChangeKind } from "../../../../lib/model/task.ts";
import type { TaskEvent } from "../../../../client/shared/live_events.ts";

/** A task as the server tells it; `stamp` orders what is known of it. */
export function taskOf(id: number, part: Partial<Task> = {}, stamp = 0): Task {
  return {
    ...{ id, project_id: 1, title: `Việc ${id}`, notes: "", status: "todo", position: id * 1024 },
    ...{ assignee: null, due: null, message_id: null, created_by: "alice" },
    created_at: timeOf(0),
    updated_at: timeOf(stamp),
    ...part,
  };
}

export function timeOf(stamp: number): string {
  return new Date(Date.UTC(2026, 10, 27) + stamp).toISOString();
}

export function changeOf(id: number, task: number, change: TaskChangeKind, by = "bob"): TaskChange {
  return { id, task_id: task, change, from: null, to: null, by, at: timeOf(id) };
}

export function eventOf(id: number, task: Task, change: TaskChangeKind, by = "bob"): TaskEvent {
  return { task, change: changeOf(id, task.id, change, by) };
}
