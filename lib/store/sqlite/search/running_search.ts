import type { DatabaseSync } from "node:sqlite";
import type { Clock } from "../../../clock.ts";
import type { Message } from "../../../model/message.ts";
import type { PageSize, SearchResult } from "../../store.ts";
import { atOneMoment } from "../reads/one_moment.ts";
import { toMessage } from "../rows.ts";
import type { IndexedMessages } from "./indexed_messages.ts";
import { isWordless, type SearchRequest } from "./search_request.ts";
import type { ScopeMatches } from "./scope_matches.ts";
import { literalMatch, type MatchClass, matchClasses, searchTerms } from "./search_query.ts";

/** The maximum time in milliseconds that a search works, its waiting not counted. */
export const SEARCH_TIME = 1_000;
/** The time in milliseconds after which a search lets others work. */
const TURN_TIME = 5;

/** The newest messages with a query's words that are read to see whether they contain it as it is typed. */
const READ_FOR_LITERAL: PageSize = { limit: 1_000, bytes: 4 * 1024 * 1024 };

/** One search, which works for a turn at a time. */
export class RunningSearch {
  readonly #database: DatabaseSync;
  readonly #index: IndexedMessages;
  readonly #matches: ScopeMatches;
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #request: SearchRequest;
  /** The ids of matching messages, best first: those of an earlier class come first. */
  readonly #found = new Set<number>();
  readonly #steps: Generator<void>;
  #worked = 0;
  #turnStartedAt = 0;
  #partial = false;

  constructor(
    database: DatabaseSync,
    index: IndexedMessages,
    matches: ScopeMatches,
    request: SearchRequest,
    clock: Pick<Clock, "monotonic">,
  ) {
    this.#database = database;
    this.#index = index;
    this.#matches = matches;
    this.#request = request;
    this.#clock = clock;
    this.#steps = this.#find();
  }

  /** Works for a turn. Returns null if the search needs another. */
  work(): SearchResult | null {
    // One transaction, so that no message found in the index in this turn is changed before it is read.
    return atOneMoment(this.#database, () => {
      this.#turnStartedAt = this.#clock.monotonic();
      while (!this.#steps.next().done) {
        if (this.#turnTime() < TURN_TIME) continue;
        this.#worked += this.#turnTime();
        return null;
      }
      return { messages: this.#messages(), partial: this.#partial };
    });
  }

  #turnTime(): number {
    return this.#clock.monotonic() - this.#turnStartedAt;
  }

  *#find(): Generator<void> {
    const { query, size: { limit } } = this.#request;
    if (isWordless(this.#request)) {
      return yield* this.#inTime(this.#take(this.#matches.newest()), 1);
    }
    const terms = searchTerms(query);
    if (terms.length === 0) return;
    const classes = matchClasses(terms);
    const isLiteral = literalMatch(terms);
    const parts = classes.map((matchClass) => this.#take(this.#matches.find(matchClass)));
    if (isLiteral !== null) {
      const exact = classes.filter(({ form }) => form === "exact");
      parts.unshift(this.#findLiteral(exact, isLiteral));
    }
    for (const [i, part] of parts.entries()) {
      if (this.#found.size === limit) return;
      yield* this.#inTime(part, parts.length - i);
    }
  }

  /** Takes a part's steps for its share of the time that is left, so that some is left for the other parts. */
  *#inTime(part: Generator<void>, parts: number): Generator<void> {
    const time = () => this.#worked + this.#turnTime();
    const end = time() + (SEARCH_TIME - time()) / parts;
    for (const _ of part) {
      if (time() >= end) {
        this.#partial = true;
        return;
      }
      yield;
    }
  }

  *#take(ids: Iterable<number | undefined>): Generator<void> {
    for (const id of ids) {
      if (id !== undefined) this.#found.add(id);
      if (this.#found.size === this.#request.size.limit) return;
      yield;
    }
  }

  /** Finds the newest messages that contain the query as it is typed, which the words of the index don't tell. */
  *#findLiteral(
    classes: MatchClass[],
    isLiteral: (message: string) => boolean,
  ): Generator<void> {
    const { projectId, userId, size: { limit } } = this.#request;
    const read = new Set<number>();
    let bytes = 0;
    for (const matchClass of classes) {
      for (const id of this.#matches.find(matchClass)) {
        yield;
        if (id === undefined || read.has(id)) continue;
        if (this.#found.size === limit || bytes > READ_FOR_LITERAL.bytes) return;
        if (read.size === READ_FOR_LITERAL.limit) return;
        read.add(id);
        const row = this.#index.message(projectId, userId, id);
        if (row === undefined) continue;
        bytes += row.bytes;
        if (isLiteral(row.message)) this.#found.add(id);
      }
    }
  }

  #messages(): Message[] {
    const { projectId, userId, size } = this.#request;
    const messages: Message[] = [];
    let bytes = 0;
    for (const id of this.#found) {
      const row = this.#index.message(projectId, userId, id);
      if (row === undefined) continue;
      bytes += row.bytes;
      if (bytes > size.bytes && messages.length > 0) break;
      messages.push(toMessage(row));
    }
    return messages;
  }
}
