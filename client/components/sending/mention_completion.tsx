import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type MentionOptions, mentionOptions, mentionPrefix } from "./mention_list.ts";

interface MentionCompletionProps {
  /** The message field, inside a form. */
  field: RefObject<HTMLTextAreaElement>;
  /** The members' names. */
  names: readonly string[];
  /** The user's own name, which is not offered. */
  me: string;
  /** The accessible name of the list. */
  label: string;
  onTyped(text: string): void;
}

/** The suggestions, the selected one, and the position of the @. */
interface Suggestions extends MentionOptions {
  from: number;
}

const LIST_ID = "mention-list";
const optionId = (at: number) => `mention-option-${at}`;

/**
 * Suggests members' names after an @, like a combobox. It has no combobox role, because ARIA in HTML forbids that on a
 * textarea. The focus stays in the field.
 */
export function MentionCompletion({ field, names, me, label, onTyped }: MentionCompletionProps) {
  const [suggestions, setSuggestions] = useState<Suggestions | null>(null);
  /** The position of the @ whose list was closed with Escape. */
  const dismissed = useRef(-1);

  function take(option: string): void {
    const textarea = field.current!;
    textarea.setRangeText(`@${option} `, suggestions!.from, textarea.selectionStart, "end");
    setSuggestions(null);
    onTyped(textarea.value);
  }

  function onInput(event?: Event): void {
    const { value, selectionStart } = field.current!;
    const composing = event instanceof InputEvent && event.isComposing;
    const typed = composing ? null : mentionPrefix(value, selectionStart);
    if (typed?.from !== dismissed.current) dismissed.current = -1;
    if (typed === null || dismissed.current >= 0) return setSuggestions(null);
    const found = mentionOptions(typed.prefix, names, me);
    setSuggestions(found.options.length > 0 ? { from: typed.from, ...found } : null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (suggestions === null || event.isComposing || event.keyCode === 229) return;
    const { options, active, from } = suggestions;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      const at = active < 0 && step < 0 ? 0 : active;
      setSuggestions({ ...suggestions, active: (at + step + options.length) % options.length });
    } else if (takes(event, active)) {
      take(options[Math.max(active, 0)]);
    } else if (event.key === "Escape") {
      dismissed.current = from;
      setSuggestions(null);
    } else {
      // The caret moves, or the text is sent, without an input event.
      if (/^(Arrow|Home|End|Page|Enter)/.test(event.key)) setSuggestions(null);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  useLayoutEffect(() => {
    const textarea = field.current!;
    const form = textarea.form!;
    const stop = new AbortController();
    const { signal } = stop;
    const close = () => setSuggestions(null);
    textarea.addEventListener("input", onInput, { signal });
    textarea.addEventListener("blur", close, { signal });
    form.addEventListener("submit", close, { signal });
    // Capture, so that it runs before the field's own key handler.
    form.addEventListener("keydown", onKeyDown, { signal, capture: true });
    return () => stop.abort();
  });

  useLayoutEffect(() => {
    const attributes: Record<string, string> = suggestions === null ? {} : {
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": LIST_ID,
    };
    const active = suggestions?.active ?? -1;
    if (active >= 0) attributes["aria-activedescendant"] = optionId(active);
    const textarea = field.current!;
    for (const [name, value] of Object.entries(attributes)) textarea.setAttribute(name, value);
    return () => Object.keys(attributes).forEach((name) => textarea.removeAttribute(name));
  }, [suggestions]);

  // The component was loaded because a name had already been started.
  useLayoutEffect(onInput, []);

  if (suggestions === null) return null;
  return (
    <ul class="mention-options" id={LIST_ID} role="listbox" aria-label={label}>
      {suggestions.options.map((option, at) => (
        <li
          key={option}
          id={optionId(at)}
          role="option"
          aria-selected={at === suggestions.active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(option)}
        >
          {option}
        </li>
      ))}
    </ul>
  );
}

/** Whether a key completes the name: Tab always, Enter where an option is active. */
function takes({ key, shiftKey }: KeyboardEvent, active: number): boolean {
  return !shiftKey && (key === "Tab" || (key === "Enter" && active >= 0));
}
