import type { Ref } from "preact";
import type { RoomTexts } from "../../i18n/room_texts.ts";

interface ComposerProps {
  action: string;
  /** Makes this form, posted twice, harmless. */
  tag: string;
  /** What was typed before. */
  text: string;
  problem: string | null;
  texts: Pick<RoomTexts, "message_field" | "message_placeholder" | "send">;
  disabled?: boolean;
  field?: Ref<HTMLTextAreaElement>;
  /** Without it the form posts as plain forms do. */
  onSend?(text: string): void;
}

/** Where a message is written: Enter sends it, Shift and Enter begin a new line. */
export function Composer(props: ComposerProps) {
  const { action, tag, text, problem, texts, disabled, field, onSend } = props;

  function onSubmit(event: SubmitEvent) {
    if (onSend === undefined) return;
    event.preventDefault();
    const textarea = (event.currentTarget as HTMLFormElement).elements
      .namedItem("message") as HTMLTextAreaElement;
    const written = textarea.value.trim();
    textarea.focus();
    if (written === "" || disabled) return;
    textarea.value = "";
    onSend(written);
  }

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) {
    // An input method ends a word with Enter too (229 is what Safari says then).
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) {
      return;
    }
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  }

  return (
    <form method="post" action={action} class="composer" onSubmit={onSubmit}>
      {problem !== null && <p class="problem" id="message-problem" role="alert">{problem}</p>}
      <input type="hidden" name="tag" autocomplete="off" value={tag} />
      <label class="visually-hidden" for="message">{texts.message_field}</label>
      <textarea
        id="message"
        name="message"
        rows={1}
        enterkeyhint="send"
        autocomplete="off"
        placeholder={texts.message_placeholder}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : "message-problem"}
        autofocus={problem !== null}
        defaultValue={text}
        ref={field}
        onKeyDown={onSend && onKeyDown}
      />
      <button type="submit" disabled={disabled}>{texts.send}</button>
    </form>
  );
}
