import { useEffect, useRef, useState } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { writtenToClipboard } from "../written_to_clipboard.ts";

interface CodeBlockProps {
  text: string;
  language: string;
  /** A newline when something follows. */
  ending: string;
  texts?: Pick<RoomTexts, "copy_code" | "code_copied">;
}

/** Code as typed, in a box that scrolls by itself, with a button to copy it where script runs. */
export function CodeBlock({ text, language, ending, texts }: CodeBlockProps) {
  const [live, setLive] = useState(false);
  const [copied, setCopied] = useState(false);
  const code = useRef<HTMLElement>(null);
  useEffect(() => setLive(true), []);
  return (
    <div class="code-block" dir="ltr" data-language={language || undefined}>
      {/* Focusable, so that it scrolls by the keyboard too. */}
      <pre tabIndex={0}><code ref={code}>{text}</code>{ending}</pre>
      {live && texts !== undefined && (
        <button
          type="button"
          class="quiet copy-code"
          data-label={copied ? texts.code_copied : texts.copy_code}
          aria-label={copied ? texts.code_copied : texts.copy_code}
          onClick={async () => setCopied(await copyCode(text, code.current!))}
          onBlur={() => setCopied(false)}
          onPointerLeave={() => setCopied(false)}
        />
      )}
    </div>
  );
}

async function copyCode(text: string, shown: HTMLElement): Promise<boolean> {
  if (await writtenToClipboard(text)) return true;
  // The selection stays, to be copied by hand.
  getSelection()!.selectAllChildren(shown);
  return document.execCommand("copy");
}
