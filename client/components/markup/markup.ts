/** A piece of a line: plain text, or a text that is marked or leads somewhere. */
export type Inline =
  | string
  | { kind: "bold" | "italic"; content: Inline[] }
  | { kind: "code"; text: string }
  | MarkedText;

/** A link, or a mention (the name in lower case). */
export type MarkedText =
  | {
    kind: "link";
    text: string;
    href: string;
    /** The host that the link leads to, where its text could mislead. */
    host?: string;
  }
  | { kind: "mention"; text: string; name: string };

/** Lines of a message that belong together. */
export type Block =
  | { kind: "lines"; content: Inline[] }
  | { kind: "code_block"; text: string; language: string }
  | { kind: "quote"; content: Block[] }
  | List;

export interface List {
  kind: "list";
  ordered: boolean;
  items: ListItem[];
}

export interface ListItem {
  /** As typed: a bullet or a number. */
  marker: string;
  content: Inline[];
  nested: List[];
}
