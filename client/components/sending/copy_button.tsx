import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { writtenToClipboard } from "../written_to_clipboard.ts";

interface CopyButtonProps {
  field: RefObject<HTMLTextAreaElement>;
  texts: Pick<RoomTexts, "copy_text" | "text_copied">;
}

/** Copies a field's text, which can't be sent any more. */
export function CopyButton({ field, texts }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    const textarea = field.current!;
    setCopied(await writtenToClipboard(textarea.value) || selectedAndCopied(textarea));
  }

  return (
    <>
      <button type="button" class="secondary" onClick={copy}>{texts.copy_text}</button>
      <p class="done" role="status">{copied ? texts.text_copied : ""}</p>
    </>
  );
}

/** Leaves the text selected, so that it can be copied by hand if this fails too. */
function selectedAndCopied(field: HTMLTextAreaElement): boolean {
  field.focus();
  field.select();
  return document.execCommand("copy");
}
