/** What is open at one message of the log. */
export interface Open {
  id: number;
  what: "menu" | "edit" | "delete";
  /** Why it was refused, as a sentence. */
  problem: string | null;
  busy: boolean;
  /** What is being written in its place. */
  text: string;
}

/** Changing messages in place; at one message at a time. */
export interface MessageActions {
  /** Whether script runs: without it the links lead to pages. */
  live: boolean;
  opened: Open | null;
  open(id: number, what: Open["what"]): void;
  close(): void;
  /** Keeps what is written while the line is out of the window. */
  typed(text: string): void;
  save(id: number, text: string): void;
  remove(id: number): void;
}
