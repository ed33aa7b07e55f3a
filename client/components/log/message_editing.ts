/** What is drawn at a message that is being changed: most readers never need it, so it is fetched when it is. */
export { EditForm } from "./edit_form.tsx";
export { MessageChoices } from "./message_choices.tsx";
