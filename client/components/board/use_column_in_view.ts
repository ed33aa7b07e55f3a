import { type RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { isTaskStatus, type TaskStatus } from "../../../lib/model/task.ts";

/** No two columns of a narrow board show so much of themselves at once. */
const MOST = 0.6;

/** The column that a board shows where it has room for one only; null until the page is live. */
export function useColumnInView(board: RefObject<HTMLElement>): TaskStatus | null {
  const [shown, setShown] = useState<TaskStatus | null>(null);

  useEffect(() => {
    const root = board.current!;
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.findLast(({ intersectionRatio }) => intersectionRatio >= MOST);
      const status = (entry?.target as HTMLElement | undefined)?.dataset.status ?? "";
      if (isTaskStatus(status)) setShown(status);
    }, { root, threshold: MOST });
    for (const column of root.children) observer.observe(column);
    return () => observer.disconnect();
  }, []);
  return shown;
}
