import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { contained } from "../../shared/isolated_text.ts";
import { CodeBlock } from "./code_block.tsx";
import type { Block, Inline, List } from "./markup.ts";
import { parseMarkup } from "./parse_markup.ts";

interface MessageTextProps {
  text: string;
  names?: ReadonlySet<string>;
  me?: string;
  /** Labels of the button to copy code; without them there is none. */
  texts?: Pick<RoomTexts, "copy_code" | "code_copied">;
}

/** Shows a message's text as `parseMarkup` understands it. Its `textContent` is readable line by line. */
export function MessageText({ text, names, me, texts }: MessageTextProps) {
  const own = me?.toLowerCase();
  // Preact skips the comparison when it gets the same element again.
  return useMemo(() => {
    const blocks = parseMarkup(contained(text), names);
    const content = renderBlocks(blocks, "", { own, texts });
    return blocks.every(({ kind }) => kind === "lines")
      ? <span class="text" dir="auto">{content}</span>
      : <div class="text" dir="auto">{content}</div>;
  }, [text, names, own, texts]);
}

interface Reader {
  /** The reader's name in lower case. */
  own: string | undefined;
  texts: MessageTextProps["texts"];
}

/**
 * @param end a newline when something follows: it stands within the last line, where it is not seen but copied; between
 * two elements it would be an empty line
 */
function renderBlocks(blocks: readonly Block[], end: string, reader: Reader): ComponentChildren[] {
  return blocks.map((block, at) => {
    const ending = at === blocks.length - 1 ? end : "\n";
    switch (block.kind) {
      case "lines":
        return [renderInline(block.content, reader), ending];
      case "code_block":
        return <CodeBlock key={at} {...block} ending={ending} texts={reader.texts} />;
      case "quote":
        return (
          <blockquote key={at} class="quoted">
            {renderBlocks(block.content, ending, reader)}
          </blockquote>
        );
      case "list":
        return renderList(block, ending, reader, at);
    }
  });
}

function renderList({ ordered, items }: List, end: string, reader: Reader, key: number) {
  const Kind = ordered ? "ol" : "ul";
  return (
    <Kind key={key} class="list">
      {items.map(({ marker, content, nested }, at) => {
        const ending = at === items.length - 1 ? end : "\n";
        return (
          <li key={at}>
            <span class="list-marker">{`${marker} `}</span>
            {renderInline(content, reader)}
            {nested.length > 0 ? ["\n", renderBlocks(nested, ending, reader)] : ending}
          </li>
        );
      })}
    </Kind>
  );
}

function renderInline(content: readonly Inline[], reader: Reader): ComponentChildren[] {
  return content.map((part, at) => {
    if (typeof part === "string") return part;
    switch (part.kind) {
      case "bold":
        return <strong key={at}>{renderInline(part.content, reader)}</strong>;
      case "italic":
        return <em key={at}>{renderInline(part.content, reader)}</em>;
      case "code":
        return <code key={at} dir="ltr">{part.text}</code>;
      case "link":
        return (
          <a key={at} href={part.href} target="_blank" rel="noopener noreferrer">
            {part.text}
            {part.host !== undefined && <span class="link-host">{` (${part.host})`}</span>}
          </a>
        );
      case "mention":
        return (
          <b key={at} class={part.name === reader.own ? "mention mention-me" : "mention"}>
            {part.text}
          </b>
        );
    }
  });
}
