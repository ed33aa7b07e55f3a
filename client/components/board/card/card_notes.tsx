import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Member } from "../../../../lib/model/project.ts";
import type { Task } from "../../../../lib/model/task.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { fill } from "../../../i18n/message.ts";
import { sentText } from "../../../shared/sent_text.ts";
import { MessageText } from "../../markup/message_text.tsx";
import type { RefusedCard } from "../board_props.ts";
import type { CardField } from "./save_on_change.ts";

interface CardNotesProps {
  task: Task;
  refused: RefusedCard | null;
  members: readonly Member[];
  me: string;
  /** The username of who has last changed the notes, if that is known. */
  by: string | undefined;
  archived: boolean;
  texts: BoardTexts;
  onSave?(field: CardField, value: string): void;
}

/** A task's notes, with the text rules of the log, and the field to write them. */
export function CardNotes(props: CardNotesProps) {
  const { task, refused, members, me, by, archived, texts, onSave } = props;
  /** The notes with which the field was opened; null while it isn't open. */
  const [opened, setOpened] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const entry = useRef<HTMLButtonElement>(null);
  const names = useMemo(
    () => new Set(members.map(({ username }) => username.toLowerCase())),
    [members],
  );

  // The field of another task.
  useEffect(() => setOpened(null), [task.id]);

  function open() {
    setOpened(task.notes);
    requestAnimationFrame(() => field.current?.focus());
  }

  function close() {
    setOpened(null);
    requestAnimationFrame(() => entry.current?.focus());
  }

  function save() {
    const notes = sentText(field.current!.value);
    if (notes !== task.notes) onSave!("notes", notes);
    close();
  }

  const edits = onSave === undefined ? !archived : opened !== null;
  const theirs = opened !== null && opened !== task.notes;
  const conflict = refused !== null && sentText(refused.was_notes) !== task.notes;
  return (
    <div class="card-notes">
      <h3 id="card-notes-name">{texts.task_notes}</h3>
      {(!edits || theirs || conflict) && task.notes !== "" && (
        <>
          {theirs && (
            <p class="notice-box" role="status">{fill(texts.notes_theirs, { user: by ?? "…" })}</p>
          )}
          <MessageText text={task.notes} names={names} me={me} texts={texts} />
        </>
      )}
      {edits && (
        <>
          <input type="hidden" name="was_notes" value={task.notes} />
          <textarea
            name="notes"
            rows={6}
            dir="auto"
            aria-labelledby="card-notes-name"
            ref={field}
            defaultValue={refused?.notes ?? opened ?? task.notes}
            onKeyDown={onSave && ((event) => {
              if (event.isComposing) return;
              if (event.key === "Escape") {
                event.stopPropagation();
                // What was written is not thrown away by a key.
                if (sentText(event.currentTarget.value) === opened) close();
              } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
            })}
          />
        </>
      )}
      {onSave !== undefined && edits && (
        <div class="choices">
          <button type="button" onClick={save}>
            {theirs ? texts.notes_keep_mine : texts.save_card}
          </button>
          <button type="button" class="secondary" onClick={close}>
            {theirs ? texts.notes_take_theirs : texts.cancel}
          </button>
        </div>
      )}
      {onSave !== undefined && !edits && !archived && (
        <button type="button" class="secondary" ref={entry} onClick={open}>
          {task.notes === "" ? texts.add_notes : texts.edit_notes}
        </button>
      )}
    </div>
  );
}
