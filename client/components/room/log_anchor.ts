/** A line, and how far below the upper edge of the log's view it stands, in CSS pixels. */
export interface LogAnchor {
  line: Element;
  offset: number;
}

/** The messages: the first list of a log is its own, and other lines of it may be replaced. */
function messageLines(log: Element): Element[] {
  return [...log.querySelector("ol")!.children].filter(({ id }) => id !== "");
}

/** The first message in view. */
export function logAnchor(log: Element): LogAnchor | null {
  const { top } = log.getBoundingClientRect();
  for (const line of messageLines(log)) {
    const box = line.getBoundingClientRect();
    if (box.bottom > top) return { line, offset: box.top - top };
  }
  return null;
}

/** Scrolls so that the line is where it was; false when it is gone. */
export function restoreAnchor(log: Element, { line, offset }: LogAnchor): boolean {
  if (!log.contains(line)) return false;
  const moved = line.getBoundingClientRect().top - log.getBoundingClientRect().top - offset;
  if (moved !== 0) log.scrollTop += moved;
  return true;
}

/** The id of the newest message of which at least the beginning is in view; 0 when there is none. */
export function newestInView(log: Element): number {
  const { bottom } = log.getBoundingClientRect();
  const newest = messageLines(log).findLast((line) => {
    const { top, height } = line.getBoundingClientRect();
    // A line's height of it, so that it can be read.
    return top + Math.min(height, 20) <= bottom + 1;
  });
  return newest === undefined ? 0 : Number(newest.id.replace("message-", ""));
}
