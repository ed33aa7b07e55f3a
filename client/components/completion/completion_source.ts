/** The ways to complete what is typed at the caret. */
export interface Suggestions {
  /** The position of the sign that begins it, such as an @. */
  from: number;
  options: readonly Suggestion[];
  /** The position of the option that Enter takes; -1 where it sends the message as it is. */
  active: number;
}

export interface Suggestion {
  /** The text that replaces what is typed. */
  text: string;
  /** The name shown. */
  name: string;
  /** Shown after the name. */
  hint?: string;
  /** Shown before the name. */
  emoji?: string;
  /** The language of the name, where it is that of a language. */
  lang?: string;
}

/** Completes what begins with one sign. */
export interface CompletionSource {
  /** The accessible name of the list. */
  label: string;
  /**
   * The suggestions for what is typed at the caret; null where nothing is, and without options where nothing was found.
   * @param again called when more can be found, because it was loaded
   */
  suggest(text: string, caret: number, again: () => void): Suggestions | null;
  /** The text that replaces what was just typed in full up to the caret, from `from` on. */
  replace?(text: string, caret: number, again: () => void): { from: number; text: string } | null;
}
