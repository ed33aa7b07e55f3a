/** The head of a request line: `[@tag ]action arguments` (docs/PROTOCOL.md, "Request, response, event"). */
export interface Request {
  /** Without its `@`; null when there is none. */
  tag: string | null;
  /** In lower case; empty when the line has no word. */
  action: string;
  /** What follows the action word, without the separators before it. */
  rest: string;
}

const HEAD = /^[ \t]*(?:@([^ \t]*)[ \t]*)?([^ \t]*)[ \t]*/;
const TAG = /^[A-Za-z0-9._-]{1,64}$/;

/** Null when the tag is malformed. */
export function parseRequest(line: string): Request | null {
  const head = HEAD.exec(line)!;
  const tag = head[1] ?? null;
  if (tag !== null && !TAG.test(tag)) return null;
  return { tag, action: head[2].toLowerCase(), rest: line.slice(head[0].length) };
}

/** Takes the arguments of a request one after another. */
export class Arguments {
  #rest: string;

  constructor(rest: string) {
    this.#rest = rest;
  }

  /** The next word, or null when there is none. */
  word(): string | null {
    const match = /^[ \t]*([^ \t]+)/.exec(this.#rest);
    if (match === null) return null;
    this.#rest = this.#rest.slice(match[0].length);
    return match[1];
  }

  /** All that is left, without the spaces and TABs at its ends. */
  remainder(): string {
    const remainder = this.#rest.replace(/^[ \t]+/, "").replace(/[ \t]+$/, "");
    this.#rest = "";
    return remainder;
  }

  get empty(): boolean {
    return /^[ \t]*$/.test(this.#rest);
  }
}

/** `\n` is a newline, `\t` a TAB, `\\` a backslash; any other backslash stays as it is. */
export function unescapeText(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\([nt\\])/g,
    (_, letter) => letter === "n" ? "\n" : letter === "t" ? "\t" : "\\",
  );
}
