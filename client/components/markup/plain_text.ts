import { contained } from "../../shared/isolated_text.ts";
import type { Block, Inline, List } from "./markup.ts";
import { parseMarkup } from "./parse_markup.ts";

/** A message without its markers, as the page shows it; the form for an element that isolates its direction. */
export function plainText(message: string): string {
  return textOfBlocks(parseMarkup(contained(message)));
}

/** The text that the page shows for blocks, but for the hosts behind misleading links. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map((block) => {
    switch (block.kind) {
      case "lines":
        return textOf(block.content);
      case "code_block":
        return block.text;
      case "quote":
        return textOfBlocks(block.content);
      case "list":
        return textOfList(block);
    }
  }).join("\n");
}

function textOfList({ items }: List): string {
  return items.flatMap(({ marker, content, nested }) => [
    `${marker} ${textOf(content)}`,
    ...nested.map(textOfList),
  ]).join("\n");
}

function textOf(content: readonly Inline[]): string {
  return content.map((part) => {
    if (typeof part === "string") return part;
    return "content" in part ? textOf(part.content) : part.text;
  }).join("");
}
