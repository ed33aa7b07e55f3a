import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { CompletionSource, Suggestion, Suggestions } from "./completion_source.ts";
import { replaceText } from "./replace_text.ts";

interface CompletionProps {
  /** The message field, inside a form. */
  field: RefObject<HTMLTextAreaElement>;
  sources: readonly CompletionSource[];
}

/** The suggestions of one source. */
interface OpenList extends Suggestions {
  label: string;
}

const LIST_ID = "completion-list";
const optionId = (at: number) => `completion-option-${at}`;

/**
 * Suggests how to complete what is typed, like a combobox. It has no combobox role, because ARIA in HTML forbids that on
 * a textarea. The focus stays in the field.
 */
export function Completion({ field, sources }: CompletionProps) {
  const [list, setList] = useState<OpenList | null>(null);
  /** The position of the sign whose list was closed with Escape. */
  const dismissed = useRef(-1);

  function take({ text }: Suggestion): void {
    setList(null);
    replaceText(field.current!, list!.from, text);
  }

  /** @param typed whether the text before the caret was just typed, not pasted or restored */
  function look(typed: boolean): void {
    // Called again after the page is gone, maybe.
    if (field.current === null) return;
    const { value, selectionStart } = field.current;
    const again = () => look(typed);
    for (const source of sources) {
      const written = typed ? source.replace?.(value, selectionStart, again) : null;
      if (written && written.from !== dismissed.current) {
        return replaceText(field.current, written.from, written.text);
      }
      const found = source.suggest(value, selectionStart, again);
      if (found === null) continue;
      if (found.from !== dismissed.current) dismissed.current = -1;
      const opens = dismissed.current < 0 && found.options.length > 0;
      return setList(opens ? { ...found, label: source.label } : null);
    }
    dismissed.current = -1;
    setList(null);
  }

  function onInput(event: Event): void {
    if (!(event instanceof InputEvent)) return look(true);
    // Keyboards on screens compose every word, and show nothing of their own over the page.
    if (event.isComposing && !matchMedia("(pointer: coarse)").matches) setList(null);
    else look(event.inputType === "insertText");
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (list === null || event.isComposing || event.keyCode === 229) return;
    const { options, active, from } = list;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      const at = active < 0 && step < 0 ? 0 : active;
      setList({ ...list, active: (at + step + options.length) % options.length });
    } else if (takes(event, active)) {
      take(options[Math.max(active, 0)]);
    } else if (event.key === "Escape") {
      dismissed.current = from;
      setList(null);
    } else {
      // The caret moves, or the text is sent, without an input event.
      if (/^(Arrow|Home|End|Page|Enter)/.test(event.key)) setList(null);
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
    const close = () => setList(null);
    textarea.addEventListener("input", onInput, { signal });
    textarea.addEventListener("compositionend", onInput, { signal });
    textarea.addEventListener("blur", close, { signal });
    form.addEventListener("submit", close, { signal });
    // Capture, so that it runs before the field's own key handler.
    form.addEventListener("keydown", onKeyDown, { signal, capture: true });
    return () => stop.abort();
  });

  useLayoutEffect(() => {
    const attributes: Record<string, string> = list === null ? {} : {
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": LIST_ID,
    };
    const active = list?.active ?? -1;
    if (active >= 0) attributes["aria-activedescendant"] = optionId(active);
    const textarea = field.current!;
    for (const [name, value] of Object.entries(attributes)) textarea.setAttribute(name, value);
    if (active >= 0) {
      document.getElementById(optionId(active))?.scrollIntoView({ block: "nearest" });
    }
    return () => Object.keys(attributes).forEach((name) => textarea.removeAttribute(name));
  }, [list]);

  // The component was loaded because something had already been typed.
  useLayoutEffect(() => look(true), []);

  if (list === null) return null;
  return (
    <ul class="completion" id={LIST_ID} role="listbox" aria-label={list.label}>
      {list.options.map((option, at) => (
        <li
          key={option.text}
          id={optionId(at)}
          role="option"
          aria-selected={at === list.active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(option)}
        >
          {option.emoji && <span class="emoji" aria-hidden="true">{option.emoji}</span>}
          <span lang={option.lang}>{option.name}</span>
          {option.hint && <small class="hint">{option.hint}</small>}
        </li>
      ))}
    </ul>
  );
}

/** Whether a key completes the text: Tab always, Enter where an option is active. */
function takes({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, active: number): boolean {
  // Ctrl+Enter sends, whatever Enter means.
  if (shiftKey || ctrlKey || metaKey) return false;
  return key === "Tab" || (key === "Enter" && active >= 0);
}
