import { foldName } from "../../completion/fold_name.ts";

/** A name in a list of names, where the caret stands; `from` and `to` are its place in the text. */
export interface NameTyped {
  from: number;
  to: number;
  /** Its letters before the caret. */
  typed: string;
}

/** Splits names as lib/protocol/name_list.ts does. */
const SEPARATOR = /[,;\s[\]]/;

/** Enough to choose from after a few letters; more would cover the page. */
const MAX_OPTIONS = 8;

export function nameAt(text: string, caret: number): NameTyped {
  let from = caret;
  while (from > 0 && !SEPARATOR.test(text[from - 1])) from--;
  let to = caret;
  while (to < text.length && !SEPARATOR.test(text[to])) to++;
  return { from, to, typed: text.slice(from, caret) };
}

/** The names to choose from. */
export interface PeopleOptions {
  options: readonly string[];
  /** The position of the option that Enter and Tab take; -1 where they do what they always do. */
  active: number;
}

/**
 * The people whose name, or a part of it after a dot or dash, begins with what is typed, whatever the case and accents;
 * those who are in the text already are left out. A fully written name is never replaced by Enter.
 * @param people the closest first
 */
export function peopleOptions(
  text: string,
  { from, to, typed }: NameTyped,
  people: readonly string[],
): PeopleOptions {
  const others = `${text.slice(0, from)},${text.slice(to)}`.split(SEPARATOR).map(foldName);
  const start = foldName(typed);
  const free = people.filter((name) => !others.includes(foldName(name)));
  const exact = start !== "" && free.some((name) => foldName(name) === start);
  const longer = free.filter((name) => foldName(name) !== start);
  const first = longer.filter((name) => foldName(name).startsWith(start));
  const later = longer.filter((name) =>
    !first.includes(name) && foldName(name).split(/[._-]/).some((part) => part.startsWith(start))
  );
  const options = [...first, ...later].slice(0, MAX_OPTIONS);
  return { options, active: options.length === 0 || start === "" || exact ? -1 : 0 };
}

/** The text with this name in the place of what was typed, ready for a next one, and the caret in it. */
export function withName(
  text: string,
  { from, to }: NameTyped,
  name: string,
): { text: string; caret: number } {
  const before = `${text.slice(0, from)}${name}, `;
  return { text: before + text.slice(to).replace(/^[,;\s]+/, ""), caret: before.length };
}
