import { useLayoutEffect, useRef } from "preact/hooks";
import { TASK_STATUSES } from "../../../../lib/model/task.ts";
import type { Columns } from "../live/board_state.ts";

/**
 * Keeps the focus with a task whose card is rendered elsewhere or taken away, by whomever: it stays in the panel, or goes to
 * the card where it is now, else to the one that has taken its place, else to its column.
 * @param columns the cards as they are shown
 * @param menu the task whose menu is open; null for none
 * @param panel the task whose card is open beside the board; null for none
 */
export function useKeptFocus(columns: Columns, menu: number | null, panel: number | null): void {
  /** As they were before this rendering, at whose end they may be closed. */
  const open = useRef({ menu, panel });
  const before = useRef(columns);
  // The document is still as it was.
  const focused = typeof document === "undefined" ? null : taskWithFocus(open.current);

  useLayoutEffect(() => {
    const was = before.current;
    before.current = columns;
    open.current = { menu, panel };
    const { activeElement } = document;
    if (focused === null || (activeElement !== null && activeElement !== document.body)) return;
    const shown = focused.inPanel ? document.querySelector<HTMLElement>(".card-panel") : null;
    (shown ?? cardFor(focused.taskId, was, columns))?.focus({ preventScroll: true });
  });
}

/** The task whose card, menu or panel has the focus. */
function taskWithFocus(
  { menu, panel }: { menu: number | null; panel: number | null },
): { taskId: number; inPanel: boolean } | null {
  const { activeElement } = document;
  const card = activeElement?.closest<HTMLElement>("[data-task]");
  if (card) return { taskId: Number(card.dataset.task), inPanel: false };
  const inPanel = activeElement?.closest(".card-panel") != null;
  const taskId = inPanel ? panel : activeElement?.closest("[role=menu]") ? menu : null;
  return taskId === null ? null : { taskId, inPanel };
}

function cardFor(taskId: number, was: Columns, now: Columns): HTMLElement | null {
  const own = titleOf(taskId);
  if (own !== null) return own;
  for (const status of TASK_STATUSES) {
    const index = was[status].findIndex(({ id }) => id === taskId);
    if (index < 0) continue;
    const next = now[status][index] ?? now[status][index - 1];
    return (next && titleOf(next.id)) ?? document.querySelector(`#column-${status}-name`);
  }
  return document.querySelector("#column-todo-name");
}

function titleOf(taskId: number): HTMLElement | null {
  return document.querySelector(`#task-${taskId} .task-title`);
}
