/** The form or question that is open at one message. */
export interface OpenAction {
  id: number;
  what: "edit" | "delete";
  /** The sentence that explains a refusal. */
  problem: string | null;
  busy: boolean;
  /** The edited text so far. */
  text: string;
}

/** Actions on messages: those that edit or delete one in place open at one at a time. */
export interface MessageActions {
  open(id: number, what: OpenAction["what"]): void;
  close(): void;
  /** Keeps the edited text while the line is scrolled out of the window. */
  typed(text: string): void;
  save(id: number, text: string): void;
  /** Resolves to the sentence of what went wrong, or null. */
  remove(id: number): Promise<string | null>;
  /** Makes a task of a message; resolves as `remove` does. */
  promote(id: number): Promise<string | null>;
}
