import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Modal } from "./modal.tsx";
import { EntrySign } from "./palette_icon.tsx";
import type { PaletteData } from "./palette_data.ts";
import { type Entry, listedEntries, paletteEntries } from "./palette_entries.ts";
import { pageParts, postTo } from "./page_parts.ts";

interface PaletteProps {
  /** Its name until its texts are there. */
  label: string;
  /** Loads what there is to choose; null if that fails. */
  load(): Promise<PaletteData | null>;
  /** Closes it; the focus goes back to where it was. */
  close(): void;
  showKeys(): void;
}

const LIST_ID = "palette-list";
const optionId = (at: number) => `palette-option-${at}`;

/**
 * Finds projects, people, pages and actions by what is typed: a combobox whose list is always open (ARIA Authoring
 * Practices). The focus stays in the field.
 */
export function Palette({ label, load, close, showKeys }: PaletteProps) {
  const [data, setData] = useState<PaletteData | null>(null);
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  /** Whether Enter was pressed before there was anything to choose. */
  const early = useRef(false);
  const entries = useMemo(
    () => data && paletteEntries(data, pageParts(), { post: postTo, showKeys }),
    [data],
  );
  const listed = useMemo(
    () => entries === null ? [] : listedEntries(entries, typed, data!),
    [entries, typed],
  );
  const texts = data?.texts;

  useEffect(() => {
    let open = true;
    load().then((loaded) => {
      if (open) loaded === null ? close() : setData(loaded);
    });
    return () => {
      open = false;
    };
  }, []);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active, listed]);

  useEffect(() => {
    if (early.current && listed.length > 0) choose(listed[0]);
  }, [listed]);

  function choose({ act }: Entry): void {
    // What is done may move the focus, from where it was before.
    close();
    if (typeof act === "string") location.assign(act);
    else act();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (ctrlKey || metaKey || altKey || shiftKey) return;
    else if (key === "Enter") {
      early.current = data === null;
      if (listed.length > 0) choose(listed[active]);
    } else {
      const to = place(key, active, listed.length);
      if (to === null) return;
      setActive(to);
    }
    event.preventDefault();
  }

  return (
    <Modal
      class={typed === "" ? "palette tall" : "palette"}
      label={label}
      onClose={close}
      onKeyDown={onKeyDown}
    >
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={listed.length > 0}
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={listed.length > 0 ? optionId(active) : undefined}
        placeholder={texts?.palette_placeholder}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        enterkeyhint="go"
        maxLength={200}
        autofocus
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setActive(0);
        }}
      />
      {data?.problem && <p class="problem" role="alert">{data.problem}</p>}
      <ul class="palette-list" id={LIST_ID} role="listbox" aria-label={label} ref={list}>
        {listed.map((entry, at) => (
          <li
            key={entry.id}
            id={optionId(at)}
            role="option"
            aria-selected={at === active}
            onPointerMove={() => setActive(at)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(entry)}
          >
            <EntrySign look={entry.look} />
            {/* With a space, so that they are not read as one word. */}
            <bdi class="palette-text">{entry.text}</bdi> <small>{entry.kind}</small>
          </li>
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {texts && typed.trim() !== "" &&
          (listed.length > 1
            ? texts.palette_found.replace("{count}", String(listed.length - 1))
            : texts.palette_nothing)}
      </p>
    </Modal>
  );
}

/** The place to which a key leads in a list; null for other keys. */
function place(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (active + 1) % count;
  if (key === "ArrowUp") return (active - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
