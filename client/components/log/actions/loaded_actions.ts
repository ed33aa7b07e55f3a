/** The code that acts on a message; loaded on first use, because a reader may never need it. */
export { lineActions } from "./line_actions.tsx";
export { MessageActing } from "./message_acting.ts";
export { ToolsTracker } from "./tools_tracker.ts";
