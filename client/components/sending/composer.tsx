import type { ComponentChildren, Ref } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
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
    | "command_list"
    | "command_task"
    | "command_help"
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
  /**
   * Called instead of posting the form, with the field's contents each time when Enter was pressed, to send them and to
   * take them out of the field; without it the form is posted normally.
   */
  onSend?(entered: readonly string[]): void;
  /** Prepares for `onSend`; null when that is done. */
  prepare?(): Promise<void> | null;
  /** Called when that failed, with what the field holds: the texts that were to be sent, too. */
  onNotSent?(draft: string): void;
  /** Called with the draft at each change. */
  onTyped?(text: string): void;
  /** Called when the up arrow is pressed in the empty field. */
  onEditLast?(): void;
  /** Shown above the field. */
  children?: ComponentChildren;
}

/** Loaded when the first name of a member, an emoji or a command is begun. */
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
  /** The field's contents each time when Enter was pressed, until they can be sent. */
  const entered = useRef<string[]>([]);
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
    textarea.focus();
    if (textarea.value.trim() === "" || closed !== null) return;
    entered.current.push(textarea.value);
    const preparing = props.prepare?.() ?? null;
    if (preparing === null) sendEntered();
    // Until then, the text stays in the field.
    else if (entered.current.length === 1) preparing.then(sendEntered, keepEntered);
  }

  function sendEntered() {
    onSend!(entered.current);
    entered.current = [];
  }

  function keepEntered() {
    const textarea = field.current!;
    const { value } = textarea;
    const gone = entered.current.filter((text) => !value.includes(text));
    entered.current = [];
    textarea.value = [...gone, value].join("\n");
    props.onNotSent?.(textarea.value);
  }

  function onInput({ currentTarget: { value } }: { currentTarget: HTMLTextAreaElement }) {
    onTyped?.(value);
    // If loading fails, it is tried again to send.
    props.prepare?.()?.catch(() => {});
    // If loading fails, names are typed in full, and the server tells what is too long.
    if (completion === null && /^\/|@|:[^\s:]{2}/.test(value)) {
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
      {counter !== null && <counter.LengthCounter field={field} texts={texts} />}
      {props.children}
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
