import type { ListTexts } from "../../i18n/list_texts.ts";
import type { TaskCount } from "../../shared/tasks/task_count.ts";
import { Icon } from "../icon.tsx";
import { sayIn } from "../project_list.tsx";
import { TaskBadges } from "./task_badges.tsx";

interface TasksLinkProps {
  /** Null if it isn't known. */
  count: TaskCount | null;
  now: Date;
  /** Whether the page is that of the tasks. */
  here: boolean;
  texts: ListTexts;
}

/** The sidebar's link to the person's tasks, with their count, which `showCount` draws anew. */
export function TasksLink({ count, now, here, texts }: TasksLinkProps) {
  return (
    <a
      class={`tasks-link${here ? " here" : ""}`}
      href="/tasks"
      aria-current={here ? "page" : undefined}
    >
      <Icon name="task" />
      <span class="name">{sayIn(texts)("my_tasks")}</span>{" "}
      <span class="badges">
        {count && <TaskBadges count={count} now={now} texts={texts} />}
      </span>
    </a>
  );
}
