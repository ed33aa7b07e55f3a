import type { ComponentChildren, Ref } from "preact";
import type { Task } from "../../../lib/model/task.ts";
import { TASK_STATUSES, type TaskStatus } from "../../../lib/model/task.ts";
import type { BoardTexts } from "../../i18n/board_texts.ts";
import { fill } from "../../i18n/message.ts";
import type { Columns } from "./live/board_state.ts";

/** Tasks of a column that are drawn at first, and how many more each time. */
export const DRAWN = 40;

interface BoardColumnsProps {
  /** The tasks to show. */
  columns: Columns;
  /** The number of tasks of each status, shown or not. */
  counts: Record<TaskStatus, number>;
  filtering: boolean;
  /** How many of a column's tasks are drawn. */
  drawn: Record<TaskStatus, number>;
  /** The address that draws all of a column. */
  wholeHref(status: TaskStatus): string;
  onMore?(status: TaskStatus): void;
  /** Renders a card; `tabStop` for the first of its column. */
  card(task: Task, tabStop: boolean): ComponentChildren;
  /** Renders what adds to a column; null where nothing can be added. */
  adding(status: TaskStatus): ComponentChildren;
  /** The id of the card that Tab reaches in its column. */
  reached: Partial<Record<TaskStatus, number>>;
  /** Where a card that is dragged would be dropped. */
  over: { status: TaskStatus; index: number } | null;
  /** The card that is dragged, which doesn't count in `over`. */
  dragged: number | null;
  texts: BoardTexts;
  /** The column that is in view where there is room for one. */
  inView: TaskStatus | null;
  element?: Ref<HTMLDivElement>;
}

/** The three columns of a board. */
export function BoardColumns(props: BoardColumnsProps) {
  const { columns, counts, texts, inView, element } = props;
  return (
    <>
      <nav class="column-tabs" aria-label={texts.board_tab}>
        {TASK_STATUSES.map((status) => (
          <a
            key={status}
            href={`#column-${status}`}
            aria-current={status === inView ? "true" : undefined}
          >
            {texts[`status_${status}`]} <span class="count">{counts[status]}</span>
          </a>
        ))}
      </nav>
      <div class="board" ref={element}>
        {TASK_STATUSES.map((status) => (
          <Column key={status} status={status} tasks={columns[status]} {...props} />
        ))}
      </div>
    </>
  );
}

function Column(props: BoardColumnsProps & { status: TaskStatus; tasks: Task[] }) {
  const { status, tasks, counts, filtering, drawn, card, adding, reached, texts } = props;
  const { over, dragged } = props;
  const shown = tasks.slice(0, drawn[status]);
  const left = tasks.length - shown.length;
  const stop = shown.some(({ id }) => id === reached[status]) ? reached[status] : shown[0]?.id;
  const place = over?.status === status ? over.index : null;
  const gapAt = place === null ? undefined : shown.filter(({ id }) => id !== dragged)[place]?.id;
  const count = filtering ? `${tasks.length}/${counts[status]}` : `${counts[status]}`;
  return (
    <section
      class={place === null ? "board-column" : "board-column over"}
      id={`column-${status}`}
      data-status={status}
      aria-labelledby={`column-${status}-name`}
    >
      <h2 id={`column-${status}-name`} tabIndex={-1}>
        {texts[`status_${status}`]} <span class="count">{count}</span>
      </h2>
      <ul class="board-cards">
        {shown.map((task) => [
          task.id === gapAt && <Gap key="gap" />,
          card(task, task.id === stop),
        ])}
        {place !== null && gapAt === undefined && <Gap key="gap" />}
        {tasks.length === 0 && place === null && (
          <li class="column-empty">{filtering ? texts.column_filtered : texts.column_empty}</li>
        )}
        {left > 0 && (
          <li class="column-more">
            <a
              href={props.wholeHref(status)}
              onClick={props.onMore && ((event) => {
                event.preventDefault();
                props.onMore!(status);
              })}
            >
              {fill(texts.show_more_tasks, { count: left })}
            </a>
          </li>
        )}
      </ul>
      {adding(status)}
    </section>
  );
}

/** Shows where a card would be dropped. */
function Gap() {
  return <li class="card-gap" aria-hidden="true" />;
}
