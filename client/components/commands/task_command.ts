import { DEFAULT_LIMITS } from "../../../lib/model/limits.ts";
import { isVisible } from "../../../lib/model/visible_text.ts";
import { dayOf } from "../board/due_day.ts";
import { dayAt, isNoDay, type TextEnd } from "./day_words.ts";
import { nearNames } from "./near_names.ts";

/** A task as a command asks for it. */
export interface TaskOrder {
  title: string;
  /** A username. */
  assignee: string | null;
  /** `YYYY-MM-DD` */
  due: string | null;
}

/**
 * Why a command can't be carried out; `word` is what of it can't: a name without the @, or a day. `near` are names that
 * may be meant.
 */
export interface TaskProblem {
  problem: "no_title" | "several_lines" | "too_long" | "no_member" | "several_people" | "no_day";
  word: string;
  near: string[];
}

/** The people who may be named in a command. */
export interface CommandPeople {
  /** The members' names. */
  names: readonly string[];
  /** The user's own name. */
  me: string;
}

/** Words for oneself, unless a member is called so. */
const MYSELF = ["me", "tôi", "toi"];

const ENDS: readonly TextEnd[] = ["first", "last"];

/** Matches a name as it is written, and the punctuation of a sentence behind it. */
const NAME = /^@([^\s@]+?)[,:;]?$/;

/**
 * Reads the text after `/task`: a title, with a member's name after an @ and a day before or after it. Each counts once,
 * what is first before what is last; words of a day that would leave no title are the title.
 */
export function readTaskCommand(
  rest: string,
  people: CommandPeople,
  now: Date,
): TaskOrder | TaskProblem {
  const text = rest.trim();
  if (/[\n\r\u2028\u2029]/.test(text)) return problem("several_lines");
  const words = wordsIn(text);
  const parts = partsOf(words, people, now) ?? partsOf(words, people, null)!;
  if (parts.unknown !== null) {
    return problem("no_member", parts.unknown, nearNames(parts.unknown, people.names));
  }
  const { first, last, ends } = parts;
  if (parts.people > 1) return problem("several_people");
  if (first > last) return problem("no_title");
  let title = text.slice(words[first].from, words[last].to).replace(/\p{Cc}/gu, " ");
  // A comma or a colon between the title and what is not of it.
  if (ends.has("first")) title = title.replace(/^[\s,:;–—-]+(?=\S)/, "");
  if (ends.has("last")) title = title.replace(/[\s,:;–—-]+$/, "") || title;
  if (!isVisible(title)) return problem("no_title");
  if ([...title].length > DEFAULT_LIMITS.maxTitle) return problem("too_long");
  const noDay = parts.due === null
    ? [words[first], words[last]].find(({ word }) => isNoDay(word))
    : undefined;
  if (noDay !== undefined) return problem("no_day", noDay.word);
  return { title, assignee: parts.assignee, due: parts.due && dayOf(parts.due) };
}

interface Word {
  word: string;
  from: number;
  to: number;
}

/** The parts of a command; the title is from the word `first` to `last`, none if `first` is greater. */
interface Parts {
  first: number;
  last: number;
  /** The ends at which something was taken away. */
  ends: Set<TextEnd>;
  assignee: string | null;
  /** The name of the one to be assigned who is no member. */
  unknown: string | null;
  /** The members named side by side at one end. */
  people: number;
  due: Date | null;
}

/** @returns null where nothing but a day is left for the title; `now` null reads no day */
function partsOf(words: readonly Word[], people: CommandPeople, now: Date | null): Parts | null {
  const parts: Parts = {
    first: 0,
    last: words.length - 1,
    ends: new Set(),
    assignee: null,
    unknown: null,
    people: 0,
    due: null,
  };
  const left = () => words.slice(parts.first, parts.last + 1).map(({ word }) => word);
  const take = (end: TextEnd, count: number) => {
    if (end === "first") parts.first += count;
    else parts.last -= count;
    parts.ends.add(end);
  };
  const takePerson = (end: TextEnd): boolean => {
    const name = nameAt(end, left());
    if (name === null || parts.people > 0) return false;
    parts.assignee = memberCalled(name, people);
    parts.people = 1;
    if (parts.assignee === null) parts.unknown = name;
    take(end, 1);
    const next = nameAt(end, left());
    if (next !== null && memberCalled(next, people) !== null) parts.people++;
    return true;
  };
  const takeDay = (end: TextEnd): boolean => {
    const found = now === null || parts.due !== null ? null : dayAt(end, left(), now);
    if (found === null) return false;
    parts.due = found.day;
    take(end, found.count);
    return true;
  };
  for (const end of ENDS) while (takePerson(end) || takeDay(end));
  return parts.first > parts.last && parts.due !== null ? null : parts;
}

/** The name after an @ at an end; null if there is none. */
function nameAt(end: TextEnd, words: readonly string[]): string | null {
  const word = end === "first" ? words[0] : words.at(-1);
  return NAME.exec(word ?? "")?.[1] ?? null;
}

function memberCalled(written: string, { names, me }: CommandPeople): string | null {
  const called = (name: string) => names.find((member) => member.toLowerCase() === name);
  const name = written.normalize("NFC").toLowerCase();
  const member = called(name) ?? called(name.replace(/[._-]+$/, ""));
  return member ?? (MYSELF.includes(name) ? me : null);
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => (
    { word, from: index, to: index + word.length }
  ));
}

function problem(
  problem: TaskProblem["problem"],
  word = "",
  near: string[] = [],
): TaskProblem {
  return { problem, word, near };
}
