import { useMemo, useRef, useState } from "preact/hooks";
import type { Member } from "../../../../lib/model/project.ts";
import type { Task } from "../../../../lib/model/task.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { fill } from "../../../i18n/message.ts";
import { sentText } from "../../../shared/sent_text.ts";
import { MessageText } from "../../markup/message_text.tsx";
import type { RefusedCard } from "../board_props.ts";
import type { CardDrafts } from "./card_drafts.ts";
import type { CardField } from "./use_field_saving.ts";

interface CardNotesProps {
  task: Task;
  drafts: CardDrafts;
  refused: RefusedCard | null;
  members: readonly Member[];
  me: string;
  /** The username of who has last changed the notes, if that is known. */
  by: string | undefined;
  archived: boolean;
  /** Whether the notes are loaded as a whole, without which they can't be edited. */
  whole: boolean;
  texts: BoardTexts;
  onSave?(field: CardField, value: string): void;
}

/** A task's notes, with the text rules of the log, and the field to write them. */
export function CardNotes(props: CardNotesProps) {
  const { task, drafts, refused, members, me, by, archived, whole, texts, onSave } = props;
  /** The notes with which the field was opened; null while it isn't open. */
  const [opened, setOpened] = useState(() => drafts.get(task.id).notes?.opened ?? null);
  const field = useRef<HTMLTextAreaElement>(null);
  const entry = useRef<HTMLButtonElement>(null);
  const names = useMemo(
    () => new Set(members.map(({ username }) => username.toLowerCase())),
    [members],
  );

  function open() {
    setOpened(task.notes);
    requestAnimationFrame(() => field.current?.focus());
  }

  function close() {
    drafts.set(task.id, { notes: undefined });
    setOpened(null);
    requestAnimationFrame(() => entry.current?.focus());
  }

  function save() {
    const notes = sentText(field.current!.value);
    if (notes !== task.notes) onSave!("notes", notes);
    close();
  }

  const edits = onSave === undefined ? !archived : opened !== null && whole;
  const theirs = edits && opened !== null && opened !== task.notes;
  const conflict = refused !== null &&
    ![refused.was_notes, refused.notes].map(sentText).includes(task.notes);
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
            defaultValue={refused?.notes ?? drafts.get(task.id).notes?.typed ?? opened ??
              task.notes}
            onInput={onSave &&
              (({ currentTarget: { value } }) =>
                drafts.set(task.id, { notes: { opened: opened ?? "", typed: value } }))}
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
      {onSave !== undefined && !edits && !archived && whole && (
        <button type="button" class="secondary" ref={entry} onClick={open}>
          {task.notes === "" ? texts.add_notes : texts.edit_notes}
        </button>
      )}
    </div>
  );
}
