/** A name being typed after an @; `from` is the position of the @. */
export interface MentionBegun {
  from: number;
  /** The text between the @ and the caret. */
  beginning: string;
}

/** Follows lib/model/mention.ts; a longer prefix can't be a name. */
const BEGUN = /(?:^|[^\p{L}\p{M}\p{N}_@])@([A-Za-z0-9._-]{0,255})$/u;

/** Enough to choose from after a few letters; more would cover the log. */
const MOST_OPTIONS = 8;

/** The mention being typed at the caret, or null. */
export function mentionBegun(text: string, caret: number): MentionBegun | null {
  // Earlier text doesn't matter and may be long.
  const start = Math.max(0, caret - 260);
  const beginning = BEGUN.exec(text.slice(start, caret))?.[1];
  return beginning === undefined ? null : { from: caret - beginning.length - 1, beginning };
}

/** Names with this prefix, ignoring case; none when the only match is already complete. */
export function mentionOptions(beginning: string, names: readonly string[]): string[] {
  const start = beginning.toLowerCase();
  const found = names.filter((name) => name.toLowerCase().startsWith(start));
  if (found.length === 1 && found[0].toLowerCase() === start) return [];
  return found.slice(0, MOST_OPTIONS);
}
