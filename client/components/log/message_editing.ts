/** The components for editing a message; loaded on first use, because most readers never edit. */
export { EditForm } from "./edit_form.tsx";
export { MessageChoices } from "./message_choices.tsx";
