import { render } from "preact";
import type { ListTexts } from "../../i18n/list_texts.ts";
import type { TaskCount } from "../../shared/tasks/task_count.ts";
import { TaskBadges } from "./task_badges.tsx";

/** Draws the count of the person's tasks anew, which is in the sidebar outside of any island. */
export function showCount(count: TaskCount, now: Date, texts: ListTexts): void {
  const place = document.querySelector(".tasks-link .badges")!;
  render(<TaskBadges count={count} now={now} texts={texts} />, place);
}
