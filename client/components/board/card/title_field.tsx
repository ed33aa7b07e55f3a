import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { fill } from "../../../i18n/message.ts";
import { isolated } from "../../../shared/isolated_text.ts";

interface TitleFieldProps {
  /** The title as the server has it. */
  title: string;
  /** A title that was typed before and not saved. */
  typed: string | undefined;
  /** The username of who has last changed the title, if that is known. */
  by: string | undefined;
  archived: boolean;
  texts: Pick<BoardTexts, "task_title" | "title_theirs">;
  /** Called with what is typed. */
  onTyped?(title: string): void;
}

/** The field of a task's title. A change of somebody else replaces no text that is being typed. */
export function TitleField({ title, typed, by, archived, texts, onTyped }: TitleFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const known = useRef(title);
  /** The title that somebody else has given meanwhile. */
  const [theirs, setTheirs] = useState<string | null>(null);

  useLayoutEffect(() => {
    const { current } = field;
    if (current === null || known.current === title) return;
    const edited = current.value !== known.current && current.value.trim() !== title;
    known.current = title;
    if (!edited) current.value = title;
    setTheirs(edited ? title : null);
  }, [title]);

  useLayoutEffect(() => fit(field.current!));

  return (
    <>
      <label class="visually-hidden" id="card-title-label" for="card-title">
        {texts.task_title}
      </label>
      <input type="hidden" name="was_title" value={title} />
      <textarea
        id="card-title"
        name="title"
        class="card-title"
        rows={1}
        required
        dir="auto"
        readOnly={archived}
        ref={field}
        // What follows is written into the field.
        defaultValue={useRef(typed ?? title).current}
        onInput={onTyped && (({ currentTarget }) => {
          fit(currentTarget);
          onTyped(currentTarget.value);
        })}
      />
      <p class="hint" role="status">
        {theirs !== null &&
          fill(texts.title_theirs, { user: by ?? "…", title: isolated(theirs) })}
      </p>
    </>
  );
}

/** Shows all lines of a title in browsers that don't know `field-sizing` (2026: Firefox, older Safari). */
function fit(field: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
