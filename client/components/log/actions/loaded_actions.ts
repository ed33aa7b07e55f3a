/** What acts on a message; loaded on first use, because a reader may never need it. */
export { DeleteQuestion } from "./delete_question.tsx";
export { EditForm } from "./edit_form.tsx";
export { MessageActing } from "./message_acting.ts";
export { MessageTools } from "./message_tools.tsx";
export { ToolsTracker } from "./tools_tracker.ts";
