import { hydrate } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { MyTasksView } from "./my_tasks_view.tsx";
import { shownTasks } from "./own_tasks_state.ts";
import { sayIn } from "./say_in.ts";
import type { ShownTask } from "./shown_task.ts";
import { useKeptFocus } from "./use_kept_focus.ts";
import { useOwnTasks } from "./use_own_tasks.ts";
import { localDate } from "../board/due_day.ts";
import { useToday } from "../use_today.ts";
import type { MyTasksTexts } from "../../i18n/my_tasks_texts.ts";
import { ofServer } from "../../shared/paths.ts";
import type { OwnTaskList } from "../../shared/tasks/own_task.ts";

export interface LiveTasksProps {
  list: OwnTaskList;
  /** The number of tasks that the page shows at most, and how many more the next one shows. */
  most: number;
  step: number;
  /** The day by which the page groups the tasks, `YYYY-MM-DD`. */
  day: string;
  /** The reader's username. */
  username: string;
  /** `HOST:PORT` of the tasks' server. */
  server: string;
  texts: MyTasksTexts;
}

/** The person's tasks over all projects, updated live. */
export function LiveTasks(props: LiveTasksProps) {
  const { list, most, step, day, username, server, texts } = props;
  const say = sayIn(texts);
  const today = useToday();
  // At first as the page has it, whose day may be another than the browser's.
  const [now, setNow] = useState(() => localDate(day));
  const groups = useRef<HTMLDivElement>(null);
  const actionOf = ({ project_id, id }: ShownTask) =>
    ofServer(`/projects/${project_id}/tasks/${id}`, server, username);
  const { state, online, problem, toggle } = useOwnTasks({
    list,
    listUrl: `${ofServer("/tasks/mine.json", server, username)}&most=${most}`,
    eventsUrl: ofServer("/events", server, username),
    actionOf,
    say,
  });
  useKeptFocus(groups);
  useEffect(() => setNow(today), [today]);
  return (
    <div>
      <p class="visually-hidden" role="status">{state.said}</p>
      {problem !== "" && <p class="problem" role="alert">{problem}</p>}
      {!online && <p class="list-notice" role="status">{say("list_connection_lost")}</p>}
      <MyTasksView
        list={state.list}
        tasks={shownTasks(state)}
        now={now}
        most={most}
        step={step}
        actionOf={actionOf}
        say={say}
        onToggle={(task) => void toggle(task)}
        groups={groups}
      />
    </div>
  );
}

/** Makes the list live that the server has drawn in the page. */
export function startLive(props: LiveTasksProps): void {
  hydrate(<LiveTasks {...props} />, document.querySelector(".tasks-place")!);
}
