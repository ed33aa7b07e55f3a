import type { Message } from "../../lib/model/message.ts";
import type { ProjectSummary } from "../../lib/model/project.ts";
import { EventQueue } from "./event_queue.ts";
import type { ListEvent } from "../shared/live_events.ts";
import type { TaskCount } from "../shared/tasks/task_count.ts";

/** The project list events of one tab. */
export class ListSubscriber extends EventQueue<ListEvent> {
  #offline = false;

  /** Queues the current list and drops an older one that still waits. */
  projects(projects: ProjectSummary[]): void {
    this.drop("projects");
    if (this.#offline) this.push({ type: "connection", data: { online: true } });
    this.#offline = false;
    this.push({ type: "projects", data: { projects } });
  }

  mention(message: Message): void {
    this.push({ type: "mention", data: message });
  }

  /** Queues how many tasks the person has and drops an older count that still waits. */
  tasks(count: TaskCount): void {
    this.drop("tasks");
    this.push({ type: "tasks", data: count });
  }

  offline(): void {
    if (this.#offline) return;
    this.#offline = true;
    this.push({ type: "connection", data: { online: false } });
  }
}
