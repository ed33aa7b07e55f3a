/** The head of a request line: `[@tag ]action arguments` (docs/PROTOCOL.md, "Request, response, event"). */
export interface Request {
  /** The tag without its `@`; null when there is none. */
  tag: string | null;
  /** The action word in lower case; empty when the line has none. */
  action: string;
  /** The text after the action word, without leading separators. */
  rest: string;
}

const HEAD = /^[ \t]*(?:@([^ \t]*)[ \t]*)?([^ \t]*)[ \t]*/;
const TAG = /^[A-Za-z0-9._-]{1,64}$/;

/** Parses the head of a request line. Returns null when the tag is malformed. */
export function parseRequest(line: string): Request | null {
  const head = HEAD.exec(line)!;
  const tag = head[1] ?? null;
  if (tag !== null && !TAG.test(tag)) return null;
  return { tag, action: head[2].toLowerCase(), rest: line.slice(head[0].length) };
}

/** Reads the arguments of a request one after another. */
export class Arguments {
  #rest: string;

  constructor(rest: string) {
    this.#rest = rest;
  }

  /** Reads the next word. Returns null when there is none. */
  word(): string | null {
    const match = /^[ \t]*([^ \t]+)/.exec(this.#rest);
    if (match === null) return null;
    this.#rest = this.#rest.slice(match[0].length);
    return match[1];
  }

  /** Reads everything that is left, without leading and trailing spaces and TABs. */
  remainder(): string {
    const remainder = this.#rest.replace(/^[ \t]+/, "").replace(/[ \t]+$/, "");
    this.#rest = "";
    return remainder;
  }

  get empty(): boolean {
    return /^[ \t]*$/.test(this.#rest);
  }
}

/** Replaces `\n` by a newline, `\t` by a TAB and `\\` by a backslash. Any other backslash is left as it is. */
export function unescapeText(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\([nt\\])/g,
    (_, letter) => letter === "n" ? "\n" : letter === "t" ? "\t" : "\\",
  );
}
