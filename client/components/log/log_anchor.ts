/** A line and the distance of its top from the top of the log's viewport, in CSS pixels. */
export interface LogAnchor {
  line: Element;
  offset: number;
}

/**
 * Splits the log's lines at the first for which `isAfter` is true; it must then be true for all lines below. Uses a
 * binary search, because measuring hundreds of lines is slower than drawing one.
 */
function splitLines(log: Element, isAfter: (box: DOMRect) => boolean): [Element[], Element[]] {
  const lines = [...log.querySelector("ol")!.children];
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isAfter(lines[middle].getBoundingClientRect())) to = middle;
    else from = middle + 1;
  }
  return [lines.slice(0, from), lines.slice(from)];
}

/** Only messages are stable anchors: other lines may be replaced. */
const isMessage = ({ id }: Element) => id !== "";

/** Returns the first message in the viewport as an anchor. */
export function logAnchor(log: Element): LogAnchor | null {
  const { top } = log.getBoundingClientRect();
  const [, below] = splitLines(log, ({ bottom }) => bottom > top);
  const line = below.find(isMessage);
  return line === undefined ? null : { line, offset: line.getBoundingClientRect().top - top };
}

/** Scrolls the line back to its recorded offset; returns false when the line is gone. */
export function restoreAnchor(log: Element, { line, offset }: LogAnchor): boolean {
  if (!log.contains(line)) return false;
  const moved = line.getBoundingClientRect().top - log.getBoundingClientRect().top - offset;
  if (moved !== 0) log.scrollTop += moved;
  return true;
}

/** The id of the newest message whose beginning is in the viewport, 0 for none. */
export function newestInView(log: Element): number {
  const { bottom } = log.getBoundingClientRect();
  // At least one line of text must be visible to count as seen.
  const [seen] = splitLines(
    log,
    ({ top, height }) => top + Math.min(height, 20) > bottom + 1,
  );
  return Number(seen.findLast(isMessage)?.id.replace("message-", "") ?? 0);
}
