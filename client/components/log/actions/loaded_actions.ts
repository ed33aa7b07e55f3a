/** The components for acting on a message; loaded on first use, because a reader may never need them. */
export { DeleteQuestion } from "./delete_question.tsx";
export { EditForm } from "./edit_form.tsx";
export { MessageTools } from "./message_tools.tsx";
