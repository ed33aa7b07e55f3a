import type { VNode } from "preact";

/**
 * The place of a message's chip. What the server has drawn stays until the code is loaded that draws it here. It isn't
 * announced: a line of activity tells each change.
 */
export function taskLine(id: number, chip: VNode | null | undefined): VNode {
  const drawn = () => globalThis.document?.querySelector(`#message-${id} .task-line`)?.innerHTML;
  const kept = chip ? undefined : { __html: drawn() ?? "" };
  return <span class="task-line" aria-live="off" dangerouslySetInnerHTML={kept}>{chip}</span>;
}
