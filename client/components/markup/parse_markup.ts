import { CodeFences } from "./code_fences.ts";
import { appendString, InlineBuilder } from "./inline_builder.ts";
import { LIST_ITEM, ListBuilder } from "./list_builder.ts";
import { addressesBetweenMarkers, markedPlaces } from "./marked_places.ts";
import type { Block, Inline } from "./markup.ts";
import { linesOf, type TextLine } from "./text_line.ts";
import { spansIn } from "./spans.ts";

/** Quotes within quotes; deeper ones stay as typed. */
const MAX_QUOTE_DEPTH = 3;

const QUOTE = /^>+\s+\S/;
const EMPTY_QUOTE = /^>+\s*$/;

/** Matches what a line begins with to be a quote or an item as typed; the backslash is left out. */
const ESCAPED_LINE = /^([ \t]*)\\(?=(?:>+|[-•]|\d{1,3}\.)[ \t])/;

/** Most messages have no markup: this decides quickly. */
const MAYBE_MARKUP = /[*_`\\]|^[ \t]*(?:[>•-]|\d{1,3}\.)/m;

/**
 * Parses a message as people write it in work chat. A marker marks only at the edge of a word and within its line; what
 * is not closed, and what could be part of a name, a path or a formula, stays as typed. In code nothing is marked:
 * neither links nor mentions, though the server, which knows of no code, counts the mentions. Takes time in proportion
 * to the text's length.
 * @param names the names whose mentions are marked, in lower case
 */
export function parseMarkup(source: string, names: ReadonlySet<string> = NOBODY): Block[] {
  const addresses = addressesBetweenMarkers(source);
  const places = markedPlaces(source, addresses, names);
  const plain = !MAYBE_MARKUP.test(source);
  const inline = new InlineBuilder(source, plain ? [] : spansIn(source, addresses), places);
  if (!plain) return new BlockParser(inline).parse(linesOf(source), 0);
  const content: Inline[] = [];
  inline.append(content, 0, source.length);
  return [{ kind: "lines", content }];
}

const NOBODY: ReadonlySet<string> = new Set();

class BlockParser {
  readonly #inline: InlineBuilder;

  constructor(inline: InlineBuilder) {
    this.#inline = inline;
  }

  parse(lines: readonly TextLine[], quoteDepth: number): Block[] {
    const blocks: Block[] = [];
    const fences = new CodeFences(lines);
    /** The block of plain lines that is being built. */
    let plain: Inline[] | null = null;
    for (let at = 0; at < lines.length;) {
      const { text } = lines[at];
      // Asked in vain for many lines it would take long.
      const fence = this.#inline.isFull ? null : fences.at(at);
      if (fence !== null && this.#inline.mayAddElement()) {
        blocks.push(fence.block);
        at = fence.end;
      } else if (
        QUOTE.test(text) && quoteDepth < MAX_QUOTE_DEPTH && this.#inline.mayAddElement()
      ) {
        const end = endOf(lines, at, ({ text }) => QUOTE.test(text) || EMPTY_QUOTE.test(text));
        const quoted = lines.slice(at, end).map(unquoted);
        blocks.push({ kind: "quote", content: this.parse(quoted, quoteDepth + 1) });
        at = end;
      } else if (LIST_ITEM.test(text)) {
        const list = new ListBuilder(this.#inline);
        const begin = at;
        while (at < lines.length && list.add(lines[at])) at++;
        blocks.push(...list.lists);
        // No element is left: the line stays as typed.
        if (at === begin) plain = this.#appendLine(plain, lines[at++], blocks);
        else plain = null;
        continue;
      } else {
        plain = this.#appendLine(plain, lines[at++], blocks);
        continue;
      }
      plain = null;
    }
    return blocks;
  }

  #appendLine(plain: Inline[] | null, line: TextLine, blocks: Block[]): Inline[] {
    if (plain === null) blocks.push({ kind: "lines", content: plain = [] });
    else appendString(plain, "\n");
    const escaped = ESCAPED_LINE.exec(line.text);
    const backslash = line.from + (escaped?.[1].length ?? 0);
    if (escaped !== null) this.#inline.append(plain, line.from, backslash);
    this.#inline.append(plain, escaped === null ? line.from : backslash + 1, line.to);
    return plain;
  }
}

function endOf(
  lines: readonly TextLine[],
  at: number,
  belongs: (line: TextLine) => boolean,
): number {
  while (at < lines.length && belongs(lines[at])) at++;
  return at;
}

/** The line without the sign of one quote. */
function unquoted({ text, from, to }: TextLine): TextLine {
  const length = text[1] === " " ? 2 : 1;
  return { text: text.slice(length), from: from + length, to };
}
