import { appendString, type InlineBuilder } from "./inline_builder.ts";
import type { List, ListItem } from "./markup.ts";
import type { TextLine } from "./text_line.ts";

/** Matches the beginning of an item: indentation, and a bullet or number with the space behind it. */
export const LIST_ITEM = /^([ \t]*)([-*•]|\d{1,3}\.)[ \t]+(?=\S)/;

/** Matches a further line of an item. */
const FURTHER_LINE = /^(?: {2}|\t)[ \t]*(?=\S)/;

/** Lists within lists; deeper items stay at the last level. */
const MAX_LEVELS = 4;

/** Builds lists from consecutive lines. */
export class ListBuilder {
  readonly lists: List[] = [];
  readonly #inline: InlineBuilder;
  /** The lists that are open, each within the last item of the one before. */
  readonly #levels: { indent: number; lists: List[] }[] = [];

  constructor(inline: InlineBuilder) {
    this.#inline = inline;
  }

  /** Adds a line if it belongs to the list. */
  add({ text, from, to }: TextLine): boolean {
    const found = LIST_ITEM.exec(text);
    if (found === null) {
      const further = FURTHER_LINE.exec(text);
      const item = this.#lastItem();
      if (further === null || item === undefined) return false;
      appendString(item.content, "\n");
      this.#inline.append(item.content, from + further[0].length, to);
      return true;
    }
    if (!this.#inline.mayAddElement()) return false;
    const [{ length }, indentation, marker] = found;
    const item: ListItem = { marker: marker.length === 1 ? "•" : marker, content: [], nested: [] };
    this.#inline.append(item.content, from + length, to);
    const lists = this.#listsAt(indentation.replaceAll("\t", "    ").length);
    const ordered = marker.length > 1;
    const last = lists.at(-1);
    if (last?.ordered === ordered) last.items.push(item);
    else lists.push({ kind: "list", ordered, items: [item] });
    return true;
  }

  #lastItem(): ListItem | undefined {
    return this.#levels.at(-1)?.lists.at(-1)?.items.at(-1);
  }

  #listsAt(indent: number): List[] {
    const levels = this.#levels;
    while (levels.length > 1 && indent < levels[levels.length - 1].indent) levels.pop();
    const last = levels.at(-1);
    if (last === undefined) {
      levels.push({ indent, lists: this.lists });
    } else if (indent >= last.indent + 2 && levels.length < MAX_LEVELS) {
      levels.push({ indent, lists: this.#lastItem()!.nested });
    }
    return levels[levels.length - 1].lists;
  }
}
