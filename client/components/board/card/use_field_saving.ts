import { useEffect, useRef } from "preact/hooks";
import type { Task } from "../../../../lib/model/task.ts";

/** A field of a card that is saved by itself. */
export type CardField = "title" | "assignee" | "due" | "notes";

/**
 * Milliseconds for which a chosen person or day stands before it is saved: keys that pass over names would tell each of
 * them that the task is theirs, and a date that is typed is another day after each digit.
 */
const SETTLED_MS = 1_000;

/** The year of a typed day begins with zeros. */
const FIRST_DAY = "1900-01-01";

interface Chosen {
  field: "assignee" | "due";
  value: string;
  /** Saves it; none runs for a day that is half typed. */
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** The handlers of a card's form that save each of its fields when it is left or chosen. */
export function useFieldSaving(
  task: Task,
  onSave: ((field: CardField, value: string) => void) | undefined,
) {
  const latest = useRef({ task, onSave });
  latest.current = { task, onSave };
  const chosen = useRef<Chosen | null>(null);

  function save(field: Exclude<CardField, "notes">, value: string): void {
    if (value !== (latest.current.task[field] ?? "")) latest.current.onSave?.(field, value);
  }

  function settle(): void {
    if (chosen.current === null) return;
    const { field, value, timer } = chosen.current;
    chosen.current = null;
    clearTimeout(timer);
    save(field, value);
  }

  useEffect(() => {
    addEventListener("pagehide", settle);
    return () => {
      settle();
      removeEventListener("pagehide", settle);
    };
  }, []);

  if (onSave === undefined) return {};
  return {
    onSubmit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
      event.preventDefault();
      settle();
    },
    onChange({ target }: Event & { currentTarget: HTMLFormElement }) {
      const { name, value, validity } = target as HTMLInputElement;
      if (name === "title") save(name, value.trim());
      if (name !== "assignee" && name !== "due") return;
      if (chosen.current?.field !== name) settle();
      clearTimeout(chosen.current?.timer);
      const half = name === "due" && value !== "" && value < FIRST_DAY;
      // A date that is half typed is "", too.
      chosen.current = validity.badInput
        ? null
        : { field: name, value, timer: half ? undefined : setTimeout(settle, SETTLED_MS) };
    },
    onFocusOut: settle,
    onKeyDown(event: KeyboardEvent & { currentTarget: HTMLFormElement }) {
      // A title has one line. Enter ends a word of an input method first (Safari reports key code 229 then).
      if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
      const field = event.target as HTMLTextAreaElement;
      if (field.name !== "title") return;
      event.preventDefault();
      save("title", field.value.trim());
    },
  };
}
