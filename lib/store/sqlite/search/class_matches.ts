import type { Clock } from "../../../clock.ts";
import type { IndexedMessages } from "./indexed_messages.ts";
import { type MatchClass, matchExpression, type Phrase, textMatch } from "./search_query.ts";
import { isUnaccented, token } from "./search_text.ts";

/** The number of messages in which the first step looks. */
const FIRST_MESSAGES = 64;
/** The time in milliseconds below which the next step may look in more messages, and above which in fewer. */
const [SHORT, LONG] = [1, 4];
/** The number of words up to which more of them cost FTS5 little. */
const FEW_WORDS = 4;
/** The maximum number of results of one statement. */
const MOST_RESULTS = 200;
/** The number of texts read at a time. */
const MOST_TEXTS = 20;

/** Greater than every character of a token. */
const AFTER_ALL = "\u{10ffff}";

/** The ids from `low` to `high`. */
export interface IdRange {
  low: number;
  high: number;
}

const ALL: IdRange = { low: 1, high: Number.MAX_SAFE_INTEGER };

/** Finds the messages in one project of a search's classes, newest first, in steps that each take milliseconds. */
export class ClassMatches {
  readonly #index: IndexedMessages;
  readonly #projectId: number;
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #mostMessages: number;
  readonly #range: IdRange;
  /** The occurrences counted, by the last of the tokens. */
  readonly #counted = new Map<string, number>();

  /** @param mostMessages as in SearchOptions */
  constructor(
    index: IndexedMessages,
    projectId: number,
    clock: Pick<Clock, "monotonic">,
    mostMessages: number,
    range: IdRange = ALL,
  ) {
    this.#index = index;
    this.#projectId = projectId;
    this.#clock = clock;
    this.#mostMessages = mostMessages;
    this.#range = range;
  }

  /** Yields the ids of a class's messages, and undefined after each other step. */
  *find(matchClass: MatchClass): Generator<number | undefined> {
    const most = Math.floor(this.#mostMessages / timesPerMessage(matchClass.phrases));
    const phrases: Phrase[] = [];
    let [rare, complete] = [false, true];
    for (const phrase of matchClass.phrases) {
      // As it is in most of many projects.
      if (this.#occurrences(phrase.words.at(-1)!, phrase.beginning) === 0) return;
      const words = phrase.words.slice(0, -1);
      if (!phrase.beginning || this.#isRare(phrase.words.at(-1)!, true, most)) {
        phrases.push(phrase);
        rare ||= phrase.beginning;
      } else {
        // FTS5 would read every occurrence of every word with this beginning before it gives the first result.
        complete = false;
        if (words.length > 0) phrases.push({ words, beginning: false });
      }
      yield;
    }
    const words = new Set(phrases.flatMap(({ words }) => words));
    for (const word of words) {
      rare ||= this.#isRare(word, false, most);
      yield;
    }
    const isOfClass = textMatch(matchClass);
    const inIndex: MatchClass = { form: matchClass.form, phrases };
    if (words.size === 0) {
      yield* this.#findInTexts(isOfClass);
    } else if (rare) {
      const ids = this.#findExpression(matchExpression(this.#projectId, inIndex));
      yield* complete ? ids : this.#check(ids, isOfClass);
    } else {
      const ids = this.#findWords([...words]);
      yield* complete && isOfWords(inIndex) ? ids : this.#check(ids, isOfClass);
    }
  }

  /** All messages of the room that are of the class: for beginnings that are in many messages. */
  *#findInTexts(isOfClass: (text: string) => boolean): Generator<number | undefined> {
    for (let high = this.#high(); high >= this.#range.low;) {
      const rows = this.#index.texts(this.#projectId, high, MOST_TEXTS);
      for (const { id, message } of rows) {
        yield id >= this.#range.low && isOfClass(message) ? id : undefined;
      }
      if (rows.length < MOST_TEXTS) return;
      high = rows.at(-1)!.id - 1;
    }
  }

  *#check(
    ids: Iterable<number | undefined>,
    isOfClass: (text: string) => boolean,
  ): Generator<number | undefined> {
    for (const id of ids) {
      const text = id === undefined ? undefined : this.#index.text(this.#projectId, id);
      yield text !== undefined && isOfClass(text) ? id : undefined;
    }
  }

  /** The messages that match an expression with a rare word: FTS5 skips those without it. */
  *#findExpression(expression: string): Generator<number | undefined> {
    for (let high = this.#high(); high >= this.#range.low;) {
      const ids = this.#index.matching(expression, this.#range.low, high, MOST_RESULTS);
      yield;
      yield* ids;
      if (ids.length < MOST_RESULTS) return;
      high = ids.at(-1)! - 1;
    }
  }

  /** The messages that have all of the words, which are in many. */
  *#findWords(words: string[]): Generator<number | undefined> {
    let size = Math.min(FIRST_MESSAGES, this.#mostMessages);
    for (let high = this.#high(); high >= this.#range.low;) {
      const start = this.#index.sliceStart(this.#projectId, high, size);
      const low = Math.max(start, this.#range.low);
      const startedAt = this.#clock.monotonic();
      let ids: number[] | undefined;
      for (const word of words) {
        const having = this.#index.having(token(this.#projectId, word), low, high);
        if (ids === undefined) {
          ids = having;
        } else {
          const also = new Set(having);
          ids = ids.filter((id) => also.has(id));
        }
        if (ids.length === 0) break;
      }
      const took = this.#clock.monotonic() - startedAt;
      if (took < SHORT) size = Math.min(size * 4, this.#mostMessages);
      if (took > LONG) size = Math.ceil(size / 4);
      high = low - 1;
      yield;
      yield* ids!.sort((one, other) => other - one);
    }
  }

  /** The id of the newest message that may match. */
  #high(): number {
    return Math.min(this.#index.newest(), this.#range.high);
  }

  #isRare(word: string, beginning: boolean, most: number): boolean {
    return this.#occurrences(word, beginning) <= most;
  }

  /** The occurrences of a word, counted to one more than `mostMessages`. */
  #occurrences(word: string, beginning: boolean): number {
    const first = token(this.#projectId, word);
    const last = beginning ? first + AFTER_ALL : first;
    let occurrences = this.#counted.get(last);
    if (occurrences === undefined) {
      occurrences = this.#index.occurrences(first, last, this.#mostMessages + 1);
      this.#counted.set(last, occurrences);
    }
    return occurrences;
  }
}

/** Whether a class is all messages with some words in either column of the index, which both have unaccented words. */
function isOfWords({ form, phrases }: MatchClass): boolean {
  return phrases.every(({ words }) => words.length === 1) &&
    (form === "folded" || !phrases.some(({ words: [word] }) => isUnaccented(word)));
}

/**
 * Estimates how many times as long FTS5 takes for a message as it does for a few words: many words take longer, and so
 * does a phrase such as `a a a a`, in a message such as `a a a a a a`.
 */
function timesPerMessage(phrases: Phrase[]): number {
  const all = phrases.flatMap(({ words }) => words);
  const repeated = [...Map.groupBy(all, (word) => word).values()].map(({ length }) => length);
  return Math.max(all.length / FEW_WORDS, ...repeated);
}
