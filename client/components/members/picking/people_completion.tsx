import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Avatar } from "../../avatar.tsx";
import { nameAt, type NameTyped, peopleOptions, withName } from "./people_options.ts";

/** The people who are offered. */
export interface Offer {
  /** The URL of their names as JSON. */
  url: string;
  /** The accessible name of the list. */
  label: string;
}

interface PeopleCompletionProps extends Offer {
  /** The field for usernames. */
  field: RefObject<HTMLInputElement>;
  /** Whether the field was clicked while this was loaded. */
  clicked: boolean;
  /** People who are not offered. */
  except?: readonly string[];
}

const LIST_ID = "people-options";
const optionId = (at: number) => `people-option-${at}`;

/** The name at the caret when its options were last shown. */
interface Shown {
  name: NameTyped;
  /** The option chosen by an arrow key; null before. */
  chosen: number | null;
}

/**
 * Offers people while usernames are typed, and everybody when the field is clicked or an arrow key pressed: a combobox
 * by the ARIA Authoring Practices, whose focus stays in the field.
 */
export function PeopleCompletion(props: PeopleCompletionProps) {
  const { field, url, label, clicked, except = [] } = props;
  const [people, setPeople] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<Shown | null>(null);
  /** Where the name begins whose list was closed with Escape; -1 for none. */
  const dismissed = useRef(-1);
  const list = useRef<HTMLUListElement>(null);

  const free = people.filter((name) => !except.includes(name));
  const found = shown && peopleOptions(field.current!.value, shown.name, free);
  const options = found?.options ?? [];
  const active = Math.min(shown?.chosen ?? found?.active ?? -1, options.length - 1);
  const open = options.length > 0;

  const close = () => setShown(null);
  const here = () => nameAt(field.current!.value, field.current!.selectionStart ?? 0);
  const show = () => setShown({ name: here(), chosen: null });

  function take(option: string): void {
    const input = field.current!;
    const { text, caret } = withName(input.value, shown!.name, option);
    input.value = text;
    input.setSelectionRange(caret, caret);
    // A long list of names is scrolled to its end.
    input.scrollLeft = input.scrollWidth;
    close();
  }

  function onInput(): void {
    const name = here();
    if (name.from !== dismissed.current) dismissed.current = -1;
    setShown(name.typed === "" || dismissed.current >= 0 ? null : { name, chosen: null });
  }

  function onKeyDown(event: KeyboardEvent): void {
    // An input method's keys choose among its own suggestions.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
    const { key, shiftKey } = event;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      const from = active < 0 && step < 0 ? 0 : active;
      if (open) setShown({ ...shown!, chosen: (from + step + options.length) % options.length });
      else show();
    } else if (open && active >= 0 && (key === "Enter" || (key === "Tab" && !shiftKey))) {
      take(options[active]);
    } else if (open && key === "Escape") {
      dismissed.current = shown!.name.from;
      close();
    } else {
      // The caret moves, or the form is sent, without an input event.
      if (/^(Arrow|Home|End|Enter)/.test(key)) close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  useEffect(() => {
    const stop = new AbortController();
    const ask = () => void namesAt(url, stop.signal).then((names) => names && setPeople(names));
    ask();
    field.current!.addEventListener("focus", ask, { signal: stop.signal });
    return () => stop.abort();
  }, [url]);

  useLayoutEffect(() => {
    const input = field.current!;
    const stop = new AbortController();
    const { signal } = stop;
    input.addEventListener("input", onInput, { signal });
    input.addEventListener("keydown", onKeyDown, { signal });
    input.addEventListener("blur", close, { signal });
    input.addEventListener("click", show, { signal });
    return () => stop.abort();
  });

  useLayoutEffect(() => {
    const input = field.current!;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", `${open}`);
    if (open) input.setAttribute("aria-controls", LIST_ID);
    else input.removeAttribute("aria-controls");
    if (active >= 0) input.setAttribute("aria-activedescendant", optionId(active));
    else input.removeAttribute("aria-activedescendant");
  }, [open, active]);

  useLayoutEffect(() => {
    const element = active < 0 ? list.current : list.current?.children[active];
    element?.scrollIntoView({ block: "nearest" });
  }, [open, active]);

  // A name may have been begun while this was loaded.
  useLayoutEffect(onInput, []);
  useLayoutEffect(() => {
    if (clicked) show();
  }, [clicked]);

  if (!open) return null;
  return (
    <ul class="completion" id={LIST_ID} role="listbox" aria-label={label} ref={list}>
      {options.map((option, at) => (
        <li
          key={option}
          id={optionId(at)}
          role="option"
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(option)}
        >
          <Avatar name={option} size="small" />
          <span>{option}</span>
        </li>
      ))}
    </ul>
  );
}

/** The names at this URL; null where there is no answer, so that those known before stay. */
async function namesAt(url: string, signal: AbortSignal): Promise<readonly string[] | null> {
  try {
    const response = await fetch(url, { headers: { accept: "application/json" }, signal });
    const { people } = await response.json();
    return Array.isArray(people) ? people.filter((name) => typeof name === "string") : null;
  } catch {
    // Names are typed in full.
    return null;
  }
}
