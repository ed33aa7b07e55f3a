import type { ListTexts } from "../../i18n/list_texts.ts";
import { overdueIn, type TaskCount } from "../../shared/tasks/task_count.ts";
import { dayOf } from "../board/due_day.ts";
import { Count, sayIn } from "../project_list.tsx";

interface TaskBadgesProps {
  count: TaskCount;
  now: Date;
  texts: ListTexts;
}

/** The counts of a person's open tasks, those that are overdue apart; nothing where there are none. */
export function TaskBadges({ count, now, texts }: TaskBadgesProps) {
  const { open } = count;
  const late = overdueIn(count, dayOf(now));
  const say = sayIn(texts);
  return (
    <>
      <Count look="badge late" count={late} words={say("my_tasks_late", { count: late })} />{" "}
      <Count look="count" count={open} words={say("my_tasks_open", { count: open })} />
    </>
  );
}
