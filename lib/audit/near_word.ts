/** A word that differs from an action by more letters is no mistyped action: it may be a password. */
const MAX_LETTERS = 2;

/**
 * Whether a word seems to be one of the actions, mistyped: it is of letters and `_`, in either case, and within two
 * letters of an action, but always of more than half of the action's letters. A letter is missing, added, replaced, or
 * swapped with the next one.
 */
export function isNearWord(word: string, actions: Iterable<string>): boolean {
  if (!/^[a-z_]+$/i.test(word)) return false;
  const typed = word.toLowerCase();
  for (const action of actions) {
    // Two letters from `passwd` is `password`, which is one.
    const most = action === "passwd" ? 1 : Math.min(MAX_LETTERS, Math.ceil(action.length / 2) - 1);
    if (Math.abs(typed.length - action.length) > most) continue;
    if (distance(typed, action) <= most) return true;
  }
  return false;
}

/** The distance by Damerau and Levenshtein, in which no letter is changed twice. */
function distance(left: string, right: string): number {
  let twoBack: number[] = [];
  let back = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let least = Math.min(
        back[column] + 1,
        current[column - 1] + 1,
        back[column - 1] + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1];
      if (swapped) least = Math.min(least, twoBack[column - 2] + 1);
      current.push(least);
    }
    [twoBack, back] = [back, current];
  }
  return back[right.length];
}
