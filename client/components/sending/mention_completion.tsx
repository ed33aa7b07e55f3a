import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { mentionOptions, mentionPrefix } from "./mention_list.ts";

interface MentionCompletionProps {
  /** The message field, inside a form. */
  field: RefObject<HTMLTextAreaElement>;
  /** The members who can be mentioned. */
  names: readonly string[];
  /** The accessible name of the list. */
  label: string;
  onTyped(text: string): void;
}

/** The suggestions, the selected one, and the position of the @. */
interface Suggestions {
  from: number;
  options: readonly string[];
  active: number;
}

const LIST_ID = "mention-list";
const optionId = (at: number) => `mention-option-${at}`;

/**
 * Suggests members' names after an @, like a combobox. It has no combobox role, because ARIA in HTML forbids that on a
 * textarea. The focus stays in the field.
 */
export function MentionCompletion({ field, names, label, onTyped }: MentionCompletionProps) {
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
    const options = typed !== null && dismissed.current < 0
      ? mentionOptions(typed.prefix, names)
      : [];
    setSuggestions(options.length > 0 ? { from: typed!.from, options, active: 0 } : null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (suggestions === null || event.isComposing || event.keyCode === 229) return;
    const { options, active, from } = suggestions;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      setSuggestions({ ...suggestions, active: (active + step + options.length) % options.length });
    } else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) {
      take(options[active]);
    } else if (event.key === "Escape") {
      dismissed.current = from;
      setSuggestions(null);
    } else {
      // The caret moves without an input event.
      if (/^(Arrow|Home|End|Page)/.test(event.key)) setSuggestions(null);
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
    const attributes = suggestions === null ? {} : {
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": LIST_ID,
      "aria-activedescendant": optionId(suggestions.active),
    };
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
