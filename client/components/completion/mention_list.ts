import { addressesIn } from "../../../lib/model/addresses.ts";
import { beginsWord } from "../../../lib/model/mention.ts";

/** A name being typed after an @; `from` is the position of the @. */
export interface MentionPrefix {
  from: number;
  /** The text between the @ and the caret. */
  prefix: string;
}

/** A longer prefix can't be a name. */
const PREFIX = /@([A-Za-z0-9._-]{0,255})$/;

/** Enough to choose from after a few letters; more would cover the log. */
const MAX_OPTIONS = 8;

/** The mention being typed at the caret, or null. */
export function mentionPrefix(text: string, caret: number): MentionPrefix | null {
  // The search for a prefix would try every @ of a long text.
  const prefix = PREFIX.exec(text.slice(Math.max(0, caret - 260), caret))?.[1];
  if (prefix === undefined) return null;
  const from = caret - prefix.length - 1;
  if (!beginsWord(text, from)) return null;
  const within = addressesIn(text.slice(0, caret)).some((address) =>
    address.from <= from && from < address.to
  );
  return within ? null : { from, prefix };
}

/** The names to choose from. */
export interface MentionOptions {
  options: readonly string[];
  /** The position of the option that Enter takes; -1 where it sends the message as it is. */
  active: number;
}

/**
 * The names with this prefix, ignoring case, a fully written one first; none when that is the only one. Enter never
 * changes a name that is fully written, with or without the punctuation of a sentence after it.
 * @param me the user's own name, which is not offered
 */
export function mentionOptions(
  prefix: string,
  names: readonly string[],
  me: string,
): MentionOptions {
  const start = prefix.toLowerCase();
  const is = (written: string) => (name: string) => name.toLowerCase() === written;
  const found = names.filter((name) => name !== me && name.toLowerCase().startsWith(start));
  const exact = found.find(is(start));
  if (exact !== undefined && found.length === 1) return { options: [], active: -1 };
  if (exact !== undefined) {
    const others = found.filter((name) => name !== exact);
    return { options: [exact, ...others].slice(0, MAX_OPTIONS), active: 0 };
  }
  const complete = is(start)(me) || names.some(is(start.replace(/[._-]+$/, "")));
  return { options: found.slice(0, MAX_OPTIONS), active: complete ? -1 : 0 };
}
