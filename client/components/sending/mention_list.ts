/** A name being typed after an @; `from` is the position of the @. */
export interface MentionPrefix {
  from: number;
  /** The text between the @ and the caret. */
  prefix: string;
}

/** Follows lib/model/mention.ts; a longer prefix can't be a name. */
const PREFIX = /(?:^|[^\p{L}\p{M}\p{N}_@])@([A-Za-z0-9._-]{0,255})$/u;

/** Enough to choose from after a few letters; more would cover the log. */
const MAX_OPTIONS = 8;

/** The mention being typed at the caret, or null. */
export function mentionPrefix(text: string, caret: number): MentionPrefix | null {
  // Earlier text doesn't matter and may be long.
  const start = Math.max(0, caret - 260);
  const prefix = PREFIX.exec(text.slice(start, caret))?.[1];
  return prefix === undefined ? null : { from: caret - prefix.length - 1, prefix };
}

/** Names with this prefix, ignoring case; none when the only match is already complete. */
export function mentionOptions(prefix: string, names: readonly string[]): string[] {
  const start = prefix.toLowerCase();
  const found = names.filter((name) => name.toLowerCase().startsWith(start));
  if (found.length === 1 && found[0].toLowerCase() === start) return [];
  return found.slice(0, MAX_OPTIONS);
}
