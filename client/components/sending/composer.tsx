import type { Ref } from "preact";
import { useRef, useState } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { isPlainEnter } from "./plain_enter.ts";

interface ComposerProps {
  action: string;
  /** Makes this form, posted twice, harmless. */
  tag: string;
  /** What was typed before. */
  text: string;
  problem: string | null;
  texts: Pick<RoomTexts, "message_field" | "message_placeholder" | "send" | "members">;
  disabled?: boolean;
  field?: Ref<HTMLTextAreaElement>;
  /** Who can be mentioned. */
  names?: readonly string[];
  /** Without it the form posts as plain forms do. */
  onSend?(text: string): void;
  /** The text that is half-typed, at each change. */
  onTyped?(text: string): void;
  /** The arrow up in the empty field. */
  onEditLast?(): void;
}

/** Fetched when the first @ is typed. */
type Completion = typeof import("./mention_completion.tsx");

/** Where a message is written: Enter sends it, Shift and Enter begin a new line. */
export function Composer(props: ComposerProps) {
  const { action, tag, text, problem, texts, disabled, onSend, onTyped, onEditLast } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const field = (props.field ?? own) as { current: HTMLTextAreaElement | null };
  const [completion, setCompletion] = useState<Completion | null>(null);

  function onSubmit(event: Event) {
    if (onSend === undefined) return;
    event.preventDefault();
    const textarea = field.current!;
    const written = textarea.value.trim();
    textarea.focus();
    if (written === "" || disabled) return;
    textarea.value = "";
    onSend(written);
  }

  function onInput({ currentTarget: { value } }: { currentTarget: HTMLTextAreaElement }) {
    onTyped?.(value);
    if (completion !== null || !value.includes("@")) return;
    // Without it names are written out.
    import("./mention_completion.tsx").then(setCompletion, () => {});
  }

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) {
    if (event.key === "ArrowUp" && event.currentTarget.value === "") {
      event.preventDefault();
      onEditLast?.();
    }
    if (isPlainEnter(event)) onSubmit(event);
  }

  return (
    <form method="post" action={action} class="composer" onSubmit={onSubmit}>
      {problem !== null && <p class="problem" id="message-problem" role="alert">{problem}</p>}
      <input type="hidden" name="tag" autocomplete="off" value={tag} />
      <label class="visually-hidden" for="message">{texts.message_field}</label>
      {completion !== null && (
        <completion.MentionCompletion
          field={field}
          names={props.names ?? []}
          label={texts.members}
          onTyped={(text) => onTyped?.(text)}
        />
      )}
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
        onInput={onSend && onInput}
        onKeyDown={onSend && onKeyDown}
      />
      <button type="submit" disabled={disabled}>{texts.send}</button>
    </form>
  );
}
