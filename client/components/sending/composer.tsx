import type { Ref } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { sentText } from "../../shared/sent_text.ts";
import { Icon } from "../icon.tsx";
import { sendsMessage } from "./send_key.ts";

interface ComposerProps {
  action: string;
  /** Idempotency tag: posting this form twice stores one message. */
  tag: string;
  /** The text typed before. */
  text: string;
  problem: string | null;
  /** A sentence about something else, "" for none. */
  status?: string;
  texts: Pick<
    RoomTexts,
    | "message_field"
    | "send"
    | "members"
    | "emoji"
    | "copy_text"
    | "text_copied"
    | "length_left"
    | "length_beyond"
    | "too_long"
  >;
  /** Shown in the empty field, instead of its name. */
  placeholder?: string;
  /** Why nothing can be sent: for now, or any more, so that the text can only be copied. */
  closed?: "for_now" | "for_good" | null;
  field?: Ref<HTMLTextAreaElement>;
  /** The members' names. */
  names?: readonly string[];
  /** The user's own name. */
  me?: string;
  /** Called instead of posting the form; without it the form is posted normally. */
  onSend?(text: string): void;
  /** Called with the draft at each change. */
  onTyped?(text: string): void;
  /** Called when the up arrow is pressed in the empty field. */
  onEditLast?(): void;
}

/** Loaded when the first name of a member or of an emoji is begun. */
type Completion = typeof import("../completion/composer_completion.tsx");
/** Loaded when a text becomes long. */
type Counter = typeof import("./length_counter.tsx");

/** The characters of a text from which on it may be near the limit. */
const LONG = 14_000;

/** The form to write a message: Enter sends, Shift+Enter starts a new line; see `sendsMessage`. */
export function Composer(props: ComposerProps) {
  const { action, tag, text, problem, status = "", texts, onSend, onTyped, onEditLast } = props;
  const { closed = null } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const field = (props.field ?? own) as { current: HTMLTextAreaElement | null };
  const [completion, setCompletion] = useState<Completion | null>(null);
  const [counter, setCounter] = useState<Counter | null>(null);
  const [closing, setClosing] = useState<typeof import("./copy_button.tsx") | null>(null);

  useEffect(() => {
    // If loading fails, the text is selected and copied by hand.
    if (closed !== null) import("./copy_button.tsx").then(setClosing, () => {});
  }, [closed]);

  function onSubmit(event: Event) {
    if (onSend === undefined) return;
    event.preventDefault();
    const textarea = field.current!;
    const written = sentText(textarea.value);
    textarea.focus();
    if (written === "" || closed !== null) return;
    textarea.value = "";
    onSend(written);
  }

  function onInput({ currentTarget: { value } }: { currentTarget: HTMLTextAreaElement }) {
    onTyped?.(value);
    // If loading fails, names are typed in full, and the server tells what is too long.
    if (completion === null && /@|:[^\s:]{2}/.test(value)) {
      import("../completion/composer_completion.tsx").then(setCompletion, () => {});
    }
    if (counter === null && value.length > LONG) {
      import("./length_counter.tsx").then(setCounter, () => {});
    }
  }

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) {
    if (event.key === "ArrowUp" && event.currentTarget.value === "") {
      event.preventDefault();
      if (closed === null) onEditLast?.();
    }
    if (sendsMessage(event)) onSubmit(event);
  }

  return (
    <form method="post" action={action} class="composer" onSubmit={onSubmit}>
      {problem !== null && <p class="problem" id="message-problem" role="alert">{problem}</p>}
      {onSend !== undefined && <p class="done" role="status">{status}</p>}
      <input type="hidden" name="tag" autocomplete="off" value={tag} />
      <label class="visually-hidden" for="message">{texts.message_field}</label>
      {completion !== null && (
        <completion.ComposerCompletion
          field={field}
          names={props.names ?? []}
          me={props.me ?? ""}
          texts={texts}
        />
      )}
      {counter !== null && <counter.LengthCounter field={field} sent={sentText} texts={texts} />}
      <div class="composer-box">
        <textarea
          id="message"
          name="message"
          rows={1}
          autocomplete="off"
          placeholder={props.placeholder ?? texts.message_field}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : "message-problem"}
          autofocus={problem !== null}
          readOnly={closed === "for_good"}
          defaultValue={text}
          ref={field}
          onInput={onSend && onInput}
          onKeyDown={onSend && onKeyDown}
        />
        {closing !== null && closed !== null && <closing.CopyButton field={field} texts={texts} />}
        <button type="submit" class="send" disabled={closed !== null}>
          <Icon name="send" />
          <span>{texts.send}</span>
        </button>
      </div>
    </form>
  );
}
