import type { Block } from "./markup.ts";
import type { TextLine } from "./text_line.ts";

/** Matches a line that opens a block of code, and what stands behind: a language, or the first line of code. */
const OPENING = /^ {0,3}(`{3,})([^`]*)$/;

const LANGUAGE = /^[ \t]*([\w+#.-]*)[ \t]*$/;

/** Finds the blocks of code among lines. A block that is not closed is none. */
export class CodeFences {
  readonly #lines: readonly TextLine[];
  /** For each line the longest closing fence from there on, so that none is looked for in vain. */
  #longest: number[] | null = null;

  constructor(lines: readonly TextLine[]) {
    this.#lines = lines;
  }

  /** The block that the line opens, and the place of the line after it; null when it opens none. */
  at(begin: number): { block: Block; end: number } | null {
    const opening = OPENING.exec(this.#lines[begin].text);
    if (opening === null) return null;
    const [, { length }, behind] = opening;
    this.#longest ??= longestFences(this.#lines);
    if ((this.#longest[begin + 1] ?? 0) < length) return null;
    let end = begin + 1;
    while (fenceLength(this.#lines[end].text) < length) end++;
    // As in other chats the code may begin right behind the fence, and end right before one.
    const closing = this.#lines[end].text.trimEnd();
    const last = closing.slice(0, -fenceLength(closing));
    const ends = last.trim() !== "";
    const language = ends ? undefined : LANGUAGE.exec(behind)?.[1];
    const code = this.#lines.slice(begin + 1, end).map(({ text }) => text);
    if (language === undefined && behind.trim() !== "") code.unshift(behind);
    if (ends) code.push(last);
    const text = code.join("\n");
    if (text.trim() === "") return null;
    return { block: { kind: "code_block", text, language: language ?? "" }, end: end + 1 };
  }
}

function longestFences(lines: readonly TextLine[]): number[] {
  const longest: number[] = [];
  for (let at = lines.length - 1; at >= 0; at--) {
    longest[at] = Math.max(longest[at + 1] ?? 0, fenceLength(lines[at].text));
  }
  return longest;
}

/** The number of backticks at the end of a line, if they may close a block. */
function fenceLength(line: string): number {
  const text = line.trimEnd();
  let begin = text.length;
  while (begin > 0 && text[begin - 1] === "`") begin--;
  return text.length - begin;
}
