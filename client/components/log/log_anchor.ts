/** A line, and how far below the upper edge of the log's view it stands, in CSS pixels. */
export interface LogAnchor {
  line: Element;
  offset: number;
}

/**
 * The lines of a log, the first list in it, parted at the first for which `beyond` is true, and so for all below it.
 * It asks few of them: where hundreds stand takes longer than to draw one more.
 */
function partedLines(log: Element, beyond: (box: DOMRect) => boolean): [Element[], Element[]] {
  const lines = [...log.querySelector("ol")!.children];
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (beyond(lines[middle].getBoundingClientRect())) to = middle;
    else from = middle + 1;
  }
  return [lines.slice(0, from), lines.slice(from)];
}

/** Other lines than messages may be replaced. */
const isMessage = ({ id }: Element) => id !== "";

/** The first message in view. */
export function logAnchor(log: Element): LogAnchor | null {
  const { top } = log.getBoundingClientRect();
  const [, below] = partedLines(log, ({ bottom }) => bottom > top);
  const line = below.find(isMessage);
  return line === undefined ? null : { line, offset: line.getBoundingClientRect().top - top };
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
  // A line's height of it, so that it can be read.
  const [seen] = partedLines(
    log,
    ({ top, height }) => top + Math.min(height, 20) > bottom + 1,
  );
  return Number(seen.findLast(isMessage)?.id.replace("message-", "") ?? 0);
}
