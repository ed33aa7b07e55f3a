import { Component } from "preact";
import type { Task } from "../../../lib/model/task.ts";
import type { BoardTexts } from "../../i18n/board_texts.ts";
import { fill } from "../../i18n/message.ts";
import { contained, isolated } from "../../shared/isolated_text.ts";
import { Avatar } from "../avatar.tsx";
import { Icon, StrokeIcon } from "../icon.tsx";
import { BOARD_STROKES } from "./board_icons.ts";
import { TaskDue } from "./task_due.tsx";

interface TaskCardProps {
  task: Task;
  /** The address that opens the card. */
  href: string;
  now: Date;
  texts: BoardTexts;
  /** Whether its card is open beside the board. */
  open: boolean;
  /** Whether it is being moved by keys, or by a pointer. */
  moving: "lifted" | "dragged" | null;
  /** Whether a change of it waits for the server. */
  waiting: boolean;
  /** Whether Tab reaches it: one per column is enough, the arrow keys lead to the others. */
  tabStop: boolean;
  /** Whether script runs. */
  live: boolean;
}

/** A task on the board. Skips rendering when its props are unchanged, because a board has hundreds. */
export class TaskCard extends Component<TaskCardProps> {
  override shouldComponentUpdate(next: TaskCardProps): boolean {
    for (const name in next) {
      const prop = name as keyof TaskCardProps;
      if (next[prop] !== this.props[prop]) return true;
    }
    return false;
  }

  override render(props: TaskCardProps) {
    const { task, href, now, texts, open, moving, waiting, tabStop, live } = props;
    const { id, title, notes, assignee, message_id } = task;
    const classes = ["task-card", open && "open", moving, waiting && "waiting"];
    return (
      <li class={classes.filter(Boolean).join(" ")} id={`task-${id}`} data-task={id}>
        <a
          class="task-title"
          href={href}
          draggable={false}
          tabIndex={tabStop ? undefined : -1}
          aria-describedby={live ? "card-keys" : undefined}
          dir="auto"
        >
          {contained(title)}
        </a>
        <span class="task-foot">
          <TaskDue task={task} now={now} texts={texts} />
          {notes !== "" && <Mark path={BOARD_STROKES.notes} label={texts.task_notes} />}
          {message_id !== null && <Mark path={BOARD_STROKES.chat} label={texts.from_message} />}
          {assignee !== null && (
            <span class="task-assignee" title={assignee}>
              <Avatar name={assignee} size="small" />
              <span class="visually-hidden">{assignee}</span>
            </span>
          )}
        </span>
        {live && (
          <button
            type="button"
            class="icon-button card-menu"
            tabIndex={tabStop ? undefined : -1}
            aria-haspopup="menu"
            aria-label={fill(texts.task_menu, { title: isolated(title) })}
          >
            <Icon name="more" />
          </button>
        )}
      </li>
    );
  }
}

function Mark({ path, label }: { path: string; label: string }) {
  return (
    <span class="task-mark" title={label}>
      <StrokeIcon path={path} />
      <span class="visually-hidden">{label}</span>
    </span>
  );
}
