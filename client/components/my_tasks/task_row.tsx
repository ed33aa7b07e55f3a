import { boardPath } from "../../shared/board/board_query.ts";
import { contained, isolated } from "../../shared/isolated_text.ts";
import { type DueState, dueText } from "../board/due_day.ts";
import type { Say } from "./say_in.ts";
import type { ShownTask } from "./shown_task.ts";

interface TaskRowProps {
  task: ShownTask;
  /** The name of its project. */
  project: string;
  due: DueState;
  now: Date;
  /** The URL that changes the task. */
  action: string;
  say: Say;
  /** Called instead of posting the form, where there is script. */
  onToggle?(task: ShownTask): void;
}

/** A task with a button that finishes it, or takes that back. */
export function TaskRow({ task, project, due, now, action, say, onToggle }: TaskRowProps) {
  const { id, project_id, title, finished } = task;
  const form = `finish-${id}`;
  const status = finished === undefined ? "done" : finished.status;
  return (
    <li class={`own-task${finished === undefined ? "" : " finished"}`} id={`task-${id}`}>
      <form
        method="post"
        action={action}
        id={form}
        onSubmit={onToggle && ((event) => {
          event.preventDefault();
          onToggle(task);
        })}
      >
        <input type="hidden" name="do" value="move" />
        <input type="hidden" name="status" value={status} />
        <input type="hidden" name="before" value={finished?.before ?? ""} />
        <input type="hidden" name="back" value="tasks" />
        <input type="hidden" name="undo" value="1" />
        <button
          type="submit"
          class="check"
          aria-pressed={finished !== undefined}
          aria-label={say("my_tasks_finish", { title: isolated(title) })}
          title={say(finished === undefined ? "status_done" : "undo")}
        >
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="m7 12.5 3.500 3.500 6.500-7.500" />
          </svg>
        </button>
      </form>
      <div class="own-task-text">
        <a class="title" href={boardPath(project_id, "", id)} dir="auto">{contained(title)}</a>
        <p class="own-task-about">
          <span class={`status ${task.status}`}>
            {say(finished === undefined ? `status_${task.status}` : "status_done")}
          </span>
          {" · "}
          <a href={`/projects/${project_id}`} dir="auto">{contained(project)}</a>
        </p>
      </div>
      {finished === undefined
        // The heading says what is due today.
        ? task.due !== null && due !== "today" && (
          <time class={`due ${due}`} dateTime={task.due}>
            {dueText(task.due, now, {
              today: say("due_today"),
              yesterday: say("due_yesterday"),
              tomorrow: say("tomorrow"),
            })}
          </time>
        )
        : <button type="submit" form={form} class="secondary">{say("undo")}</button>}
    </li>
  );
}
