import type { VNode } from "preact";
import type { Message } from "../../../../lib/model/message.ts";
import type { TaskActivity } from "../../../../lib/model/task.ts";
import type { LogTasks } from "../../../shared/log/log_tasks.ts";
import { getJson } from "../../post_form.ts";
import { type KnownTasks, withLine, withTasks } from "./known_tasks.ts";
import type { LogChips, LogChipsOptions } from "./log_chips.ts";
import { taskChip } from "./task_chip.tsx";

const chipsOf = new WeakMap<LogChips, TaskChips>();

/** Draws the chips of the messages that a page is opened with. */
export function drawChips(options: LogChipsOptions): LogChips["draw"] {
  return new TaskChips({ ...options, lines: [], changed() {} }).draw;
}

/** Learns what new lines of activity tell, and asks for the tasks of messages that aren't known. */
export function follow(log: LogChips, messages: readonly Message[]): void {
  let chips = chipsOf.get(log);
  if (chips === undefined) {
    chipsOf.set(log, chips = new TaskChips(log));
    log.draw = chips.draw;
    log.changed();
  }
  chips.follow(messages, log.lines.splice(0));
}

interface DrawnChip {
  message: Message;
  task: unknown;
  now: Date;
  chip: VNode;
}

/** The tasks of a log's messages, as far as they are known, and their chips. */
class TaskChips {
  readonly #log: LogChips;
  readonly #drawn = new Map<number, DrawnChip>();
  #known: KnownTasks = new Map();
  #messages: readonly Message[] = [];
  /** The lines of activity since the tasks were asked for; null while they aren't. */
  #meanwhile: TaskActivity[] | null = null;
  /** The tasks that weren't there when they were asked for. */
  readonly #gone = new Set<number>();

  constructor(log: LogChips) {
    this.#log = log;
    if (log.tasks !== undefined) this.#known = withTasks(this.#known, log.tasks);
  }

  draw = (message: Message, now: Date): VNode | null => {
    const { id, task_id = 0, deleted } = message;
    const task = this.#known.get(task_id)?.task;
    if (deleted || task === undefined) return null;
    const before = this.#drawn.get(id);
    if (before?.message === message && before.task === task && before.now === now) {
      return before.chip;
    }
    const chip = taskChip({ message, task, now, texts: this.#log.texts });
    this.#drawn.set(id, { message, task, now, chip });
    return chip;
  };

  follow(messages: readonly Message[], lines: readonly TaskActivity[]): void {
    this.#messages = messages;
    this.#meanwhile?.push(...lines);
    this.#hear(lines);
    if (this.#meanwhile === null && messages.some((message) => this.#lacks(message))) {
      void this.#ask();
    }
  }

  #lacks({ task_id, deleted }: Message): boolean {
    return task_id !== undefined && !deleted && !this.#known.has(task_id) &&
      !this.#gone.has(task_id);
  }

  #hear(lines: readonly TaskActivity[]): void {
    const before = this.#known;
    for (const line of lines) {
      this.#known = withLine(this.#known, line);
      this.#gone.delete(line.id);
    }
    if (this.#known !== before) this.#log.changed();
  }

  async #ask(): Promise<void> {
    const { url, texts, changed } = this.#log;
    const meanwhile: TaskActivity[] = this.#meanwhile = [];
    const asked = this.#messages;
    const answer = await getJson<LogTasks>(url, texts, "tasks");
    this.#meanwhile = null;
    // It is asked again when the log changes, or the connection is back.
    if ("error" in answer) return;
    this.#known = withTasks(this.#known, answer);
    for (const message of asked) if (this.#lacks(message)) this.#gone.add(message.task_id!);
    this.#hear(meanwhile);
    changed();
    this.follow(this.#messages, []);
  }
}
