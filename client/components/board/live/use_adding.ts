import { useRef, useState } from "preact/hooks";
import { isTaskStatus, type Task } from "../../../../lib/model/task.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { postForm } from "../../post_form.ts";
import type { RefusedAdding } from "../board_props.ts";

interface Options {
  url(path: string): string;
  texts: BoardTexts;
  /** The form that was refused before the page was live. */
  refused: RefusedAdding | null;
  onAdded(task: Task): void;
}

/** Adds tasks by the forms of the columns. What was typed stays in its form until the server has it. */
export function useAdding({ url, texts, refused: before, onAdded }: Options) {
  const [refused, setRefused] = useState(before);
  /** The tags of forms whose outcome isn't known: the same content with the same tag creates one task. */
  const tags = useRef(new Map<string, string>());

  async function add(form: HTMLFormElement): Promise<void> {
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const [title, status, assignee, due] = ["title", "status", "assignee", "due"].map(text);
    if (title === "" || !isTaskStatus(status) || form.ariaBusy === "true") return;
    form.ariaBusy = "true";
    const content = JSON.stringify([title, status, assignee, due]);
    const tag = tags.current.get(content) ?? crypto.randomUUID();
    tags.current.set(content, tag);
    const fields = { title, status, assignee, due, tag };
    const answer = await postForm<{ task: Task }>(url("/tasks"), fields, texts, "task");
    form.ariaBusy = "false";
    if ("error" in answer) {
      return setRefused({ title, status, assignee, due, problem: answer.error.text });
    }
    tags.current.delete(content);
    setRefused(null);
    onAdded(answer.task);
    const field = form.elements.namedItem("title") as HTMLInputElement;
    // Whoever has typed on writes the next one.
    if (field.value.trim() !== title) return;
    form.reset();
    field.value = "";
  }

  return { refused, add: (form: HTMLFormElement) => void add(form) };
}
