import { useEffect, useRef, useState } from "preact/hooks";
import { writtenToClipboard } from "../written_to_clipboard.ts";

export interface CopyTextProps {
  /** The id of the field. */
  id: string;
  label: string;
  value: string;
  texts: Record<"copy" | "copied" | "copy_failed", string>;
}

/** A text to pass on: a field to copy it from, and with script a button that does so. */
export function CopyText({ id, label, value, texts }: CopyTextProps) {
  const field = useRef<HTMLInputElement>(null);
  const [live, setLive] = useState(false);
  const [told, setTold] = useState("");
  useEffect(() => setLive(true), []);

  async function copy() {
    field.current!.select();
    const copied = await writtenToClipboard(value) || document.execCommand("copy");
    setTold(copied ? texts.copied : texts.copy_failed);
  }

  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-and-button">
        <input
          ref={field}
          id={id}
          value={value}
          readOnly
          autocomplete="off"
          spellcheck={false}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button type="button" class={live ? "secondary" : "secondary not-live"} onClick={copy}>
          {texts.copy}
        </button>
      </div>
      <p class="done" role="status">{told}</p>
    </div>
  );
}
