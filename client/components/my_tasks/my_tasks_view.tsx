import type { Ref } from "preact";
import type { OwnTaskList } from "../../shared/tasks/own_task.ts";
import type { Say } from "./say_in.ts";
import type { ShownTask } from "./shown_task.ts";
import { groupTasks } from "./task_groups.ts";
import { TaskRow } from "./task_row.tsx";

interface MyTasksViewProps {
  list: OwnTaskList;
  tasks: ShownTask[];
  now: Date;
  /** The number of tasks that the page shows at most, and how many more the next one shows. */
  most: number;
  step: number;
  actionOf(task: ShownTask): string;
  say: Say;
  onToggle?(task: ShownTask): void;
  groups?: Ref<HTMLDivElement>;
}

/** The person's tasks by how soon they are due, or that there are none. */
export function MyTasksView(props: MyTasksViewProps) {
  const { list, tasks, now, most, step, actionOf, say, onToggle, groups } = props;
  const more = list.count.open - list.tasks.length;
  const grouped = groupTasks(tasks, now);
  return (
    <div class="own-tasks" ref={groups}>
      {grouped.map(({ due, tasks }, index) => (
        <section key={due} aria-labelledby={`due-${due}`}>
          <h2 id={`due-${due}`} class={due}>
            {say(due === "later" ? "my_tasks_later" : `filter_${due}`)}
            {/* Where the list is cut off, its last group may have more. */}
            {(more <= 0 || index < grouped.length - 1) && (
              <span class="count" aria-hidden="true">
                {" "}
                {tasks.filter(({ finished }) => finished === undefined).length}
              </span>
            )}
          </h2>
          <ul>
            {tasks.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                project={list.projects[task.project_id] ?? ""}
                due={due}
                now={now}
                action={actionOf(task)}
                say={say}
                onToggle={onToggle}
              />
            ))}
          </ul>
        </section>
      ))}
      {tasks.length === 0 && (
        <div class="card no-tasks">
          <h2 tabIndex={-1} data-rest>{say("my_tasks_none")}</h2>
          <p>{say("my_tasks_none_means")}</p>
        </div>
      )}
      {more > 0 && (
        <p>
          <a class="button secondary" href={`/tasks?most=${most + step}`}>
            {say("my_tasks_more", { count: Math.min(more, step) })}
          </a>
        </p>
      )}
    </div>
  );
}
