/** A name that is being written after an @: the text from `from` (the @) to the caret. */
export interface MentionBegun {
  from: number;
  /** What stands after the @. */
  beginning: string;
}

/** As lib/model/mention.ts finds mentions; a longer beginning is no name. */
const BEGUN = /(?:^|[^\p{L}\p{M}\p{N}_@])@([A-Za-z0-9._-]{0,255})$/u;

/** Enough for the few letters that most names differ in; more would cover the log. */
const MOST_OPTIONS = 8;

/** What is begun at the caret; null for nothing. */
export function mentionBegun(text: string, caret: number): MentionBegun | null {
  // The rest is of no importance, and may be long.
  const start = Math.max(0, caret - 260);
  const beginning = BEGUN.exec(text.slice(start, caret))?.[1];
  return beginning === undefined ? null : { from: caret - beginning.length - 1, beginning };
}

/** The names that begin so, whatever their case; none when the only one is written already. */
export function mentionOptions(beginning: string, names: readonly string[]): string[] {
  const start = beginning.toLowerCase();
  const found = names.filter((name) => name.toLowerCase().startsWith(start));
  if (found.length === 1 && found[0].toLowerCase() === start) return [];
  return found.slice(0, MOST_OPTIONS);
}
