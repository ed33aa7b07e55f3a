import type { Task } from "../../../../lib/model/task.ts";

/** A field of a card that is saved by itself. */
export type CardField = "title" | "assignee" | "due" | "notes";

/** Saves each field of a card's form when it is left or chosen, if it has another value than the task. */
export function saveOnChange(task: Task, onSave: (field: CardField, value: string) => void) {
  function save(form: HTMLFormElement, field: Exclude<CardField, "notes">): void {
    const { value, validity } = form.elements.namedItem(field) as HTMLInputElement;
    // A date that is half typed is "", too.
    if (validity.badInput || value.trim() === (task[field] ?? "")) return;
    onSave(field, value.trim());
  }
  return {
    onSubmit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
      event.preventDefault();
      save(event.currentTarget, "title");
    },
    onChange(event: Event & { currentTarget: HTMLFormElement }) {
      const { name } = event.target as HTMLInputElement;
      if (name === "title" || name === "assignee" || name === "due") {
        save(event.currentTarget, name);
      }
    },
    onKeyDown(event: KeyboardEvent & { currentTarget: HTMLFormElement }) {
      // A title has one line. Enter ends a word of an input method first (Safari reports key code 229 then).
      if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
      const field = event.target as HTMLTextAreaElement;
      if (field.name !== "title") return;
      event.preventDefault();
      field.blur();
    },
  };
}
