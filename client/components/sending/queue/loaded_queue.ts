/** The code that sends messages; loaded when somebody writes, because a reader may never need it. */
export { openQueue } from "./open_queue.ts";
export { PendingLines } from "./pending_lines.tsx";
