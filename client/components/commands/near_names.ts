import { foldName } from "../completion/fold_name.ts";

/** Enough to see whom one may have meant. */
const MOST_NAMES = 3;

/** The names that may be meant by one that nobody has, the nearest first. */
export function nearNames(typed: string, names: readonly string[]): string[] {
  const wanted = foldName(typed);
  return names.map((name) => ({ name, distance: distanceOf(wanted, foldName(name)) }))
    .filter(({ distance }) => distance <= Math.ceil(wanted.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}

/** The letters to change, add or leave out (Levenshtein); less than one where the name begins with, or has, what is typed. */
function distanceOf(typed: string, name: string): number {
  if (name.startsWith(typed)) return 0;
  if (name.includes(typed)) return 0.5;
  let row = Array.from({ length: name.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...typed].entries()) {
    const next = [at + 1];
    for (let to = 0; to < name.length; to++) {
      const change = row[to] + (letter === name[to] ? 0 : 1);
      next.push(Math.min(change, row[to + 1] + 1, next[to] + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
