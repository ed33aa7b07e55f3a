import { type Piece } from "../reading/log_pieces.ts";
import { parseEntry } from "../reading/parse_entry.ts";

/** A kind of change of a file or a day. */
export type FindingKind =
  | "changed"
  | "removed"
  | "added"
  | "reordered"
  | "chain_changed"
  | "chain_missing"
  | "chain_cut"
  | "file_missing"
  | "day_missing"
  | "unreadable";

/** Something that no crash explains: a hand, or a fault of the disk. */
export interface Finding {
  kind: FindingKind;
  /** The first entry that it is about, from 1, counting what is left of torn ones. */
  entry?: number;
  /** The last one, where they are known together only, or went together. */
  lastEntry?: number;
  /** When and by whom the entry was that stands there now; after a removal the next one. */
  time?: string;
  user?: string;
  request?: string;
  /** Further words, in English. */
  detail?: string;
}

export type NoteKind = "crash" | "power_cut" | "unchained" | "before_chain" | "removed_by_age";

/** Something that a crash, a running server or an option explains. */
export interface Note {
  kind: NoteKind;
  entries: number;
  /** The first of them, from 1. */
  entry?: number;
  /** When and by whom it was. */
  time?: string;
  user?: string;
  request?: string;
}

/** The time, the user and the request of an entry, to be told with a finding. */
export function entryFacts(piece: Piece | undefined): Pick<Finding, "time" | "user" | "request"> {
  if (piece === undefined) return {};
  const { Timestamp, User, MessageRequest } = parseEntry("", piece);
  return Timestamp === undefined
    ? {}
    : { time: Timestamp, user: User, request: MessageRequest?.slice(0, 80) };
}
