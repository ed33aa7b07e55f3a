import type { LogEntry } from "../../model/log/log_entry.ts";
import type { Piece } from "./log_pieces.ts";
import { foldText, foldToAscii } from "./fold_text.ts";
import { entryTime, parseEntry } from "./parse_entry.ts";

/** The entries to find; a field that is left out or empty restricts nothing. */
export interface LogFilter {
  /** A text within the user, the request or the response, whatever its accents and its case. */
  text?: string;
  /** The user, in any case. */
  user?: string;
  /** Unix milliseconds: not before, and before. */
  from?: number;
  until?: number;
}

const utf8 = new TextDecoder();

/** Finds the entries that a filter asks for. */
export class EntryFilter {
  readonly #text: string;
  readonly #inAscii: boolean;
  readonly #user: string;
  readonly #from: number;
  readonly #until: number;
  readonly #all: boolean;

  constructor({ text = "", user = "", from = -Infinity, until = Infinity }: LogFilter) {
    this.#text = foldText(text.trim());
    this.#inAscii = /^[\x20-\x7e]*$/.test(this.#text);
    this.#user = user.toLowerCase();
    this.#from = from;
    this.#until = until;
    this.#all = this.#text === "" && user === "" && from === -Infinity && until === Infinity;
  }

  /** Parses a piece; null if the entry is not wanted. */
  accept(file: string, piece: Piece): LogEntry | null {
    const entry = parseEntry(file, piece);
    return this.#all || this.#matches(entry) ? entry : null;
  }

  /** Whether a block may have a wanted entry: looking at all of it at once is faster where few blocks have the text. */
  mayHave(pieces: readonly Piece[]): boolean {
    if (this.#text === "" || pieces.length === 0) return pieces.length > 0;
    const [first, last] = [pieces[0], pieces[pieces.length - 1]]
      .sort((left, right) => left.start - right.start);
    const { buffer, byteOffset } = first.bytes;
    const end = last.bytes.byteOffset + last.bytes.length;
    const block = new Uint8Array(buffer, byteOffset, end - byteOffset);
    return (this.#inAscii ? foldToAscii(block) : foldText(utf8.decode(block))).includes(this.#text);
  }

  #matches(entry: LogEntry): boolean {
    if (this.#user !== "" && entry.User?.toLowerCase() !== this.#user) return false;
    if (this.#text !== "") {
      const { User, MessageRequest, MessageResponse, text } = entry;
      const within = User === undefined ? text : `${User}\n${MessageRequest}\n${MessageResponse}`;
      if (!foldText(within).includes(this.#text)) return false;
    }
    if (this.#from === -Infinity && this.#until === Infinity) return true;
    const at = entryTime(entry);
    return at !== null && at >= this.#from && at < this.#until;
  }
}
