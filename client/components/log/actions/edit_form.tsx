import { useLayoutEffect, useRef } from "preact/hooks";
import type { RoomTexts } from "../../../i18n/room_texts.ts";
import { sendsMessage } from "../../sending/send_key.ts";
import type { MessageActions, OpenAction } from "./message_actions.ts";

interface EditFormProps {
  id: number;
  open: OpenAction;
  actions: MessageActions;
  texts: RoomTexts;
}

/** Edits a message in its line: Enter saves, Escape cancels. */
export function EditForm({ id, open, actions, texts }: EditFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    const { length } = field.current!.value;
    field.current!.setSelectionRange(length, length);
    field.current!.focus();
    form.current!.scrollIntoView({ block: "nearest" });
  }, []);

  function save(event: Event) {
    event.preventDefault();
    actions.save(id, field.current!.value);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (sendsMessage(event)) save(event);
    else if (event.key === "Escape" && !event.isComposing) {
      event.stopPropagation();
      actions.close();
    }
  }

  const problemId = `edit-problem-${id}`;
  return (
    <form
      class="edit-form"
      ref={form}
      onSubmit={save}
    >
      {open.problem !== null && <p class="problem" id={problemId} role="alert">{open.problem}</p>}
      <textarea
        aria-label={texts.message_text}
        aria-invalid={open.problem !== null}
        aria-describedby={open.problem === null ? undefined : problemId}
        rows={1}
        autocomplete="off"
        defaultValue={open.text}
        ref={field}
        onInput={() => actions.typed(field.current!.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" aria-busy={open.busy}>{texts.save}</button>
      <button type="button" class="secondary" onClick={actions.close}>{texts.cancel}</button>
    </form>
  );
}
