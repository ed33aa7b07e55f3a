import type { Clock } from "../../../clock.ts";
import { ClassMatches, type IdRange } from "./class_matches.ts";
import type { IndexedMessages } from "./indexed_messages.ts";
import type { SearchRequest } from "./search_request.ts";
import type { MatchClass } from "./search_query.ts";

/** The number of ids read at a time. */
const MOST_IDS = 200;

/** A project that is searched; `newest`: no message in it has a greater id. */
interface SearchedProject {
  id: number;
  newest: number;
  range?: IdRange;
  matches?: ClassMatches;
}

/** A project's matches, of which `id` is the next. */
interface Head {
  id: number;
  rest: Generator<number | undefined>;
}

/** Finds the messages of one search in all of its projects together, newest first, in steps as ClassMatches does. */
export class ScopeMatches {
  readonly #index: IndexedMessages;
  readonly #request: SearchRequest;
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #mostMessages: number;
  #searched: SearchedProject[] | undefined;
  #authors: number[] | null = null;

  /** @param mostMessages as in SearchOptions */
  constructor(
    index: IndexedMessages,
    request: SearchRequest,
    clock: Pick<Clock, "monotonic">,
    mostMessages: number,
  ) {
    this.#index = index;
    this.#request = request;
    this.#clock = clock;
    this.#mostMessages = mostMessages;
  }

  /** Yields the ids of a class's messages, and undefined after each other step. */
  find(matchClass: MatchClass): Generator<number | undefined> {
    return this.#merge((project) => {
      project.matches ??= new ClassMatches(
        this.#index,
        project.id,
        this.#clock,
        this.#mostMessages,
        this.#range(project),
      );
      return this.#written(project.matches.find(matchClass));
    });
  }

  /** Yields the ids of all messages, and undefined after each other step. */
  newest(): Generator<number | undefined> {
    return this.#merge((project) => this.#all(project.id, this.#range(project)));
  }

  /**
   * Merges the projects' matches. A project is opened only when its newest message may be the next one, so that those
   * where nothing new was written cost nothing as long as others have enough.
   */
  *#merge(
    open: (project: SearchedProject) => Generator<number | undefined>,
  ): Generator<number | undefined> {
    const projects = this.#projects();
    const heads: Head[] = [];
    let opened = 0;
    for (;;) {
      const best = heads.at(-1)?.id ?? 0;
      if (opened < projects.length && projects[opened].newest > best) {
        yield* advance(open(projects[opened++]), heads);
        continue;
      }
      const head = heads.pop();
      if (head === undefined) return;
      yield head.id;
      yield* advance(head.rest, heads);
    }
  }

  /** Leaves out what others than the authors asked for have written. */
  *#written(ids: Iterable<number | undefined>): Generator<number | undefined> {
    const authors = this.#authors;
    for (const id of ids) {
      const wanted = id === undefined || authors === null ||
        authors.includes(this.#index.author(id));
      yield wanted ? id : undefined;
    }
  }

  *#all(projectId: number, { low, high }: IdRange): Generator<number | undefined> {
    while (high >= low) {
      const start = Math.max(low, this.#index.sliceStart(projectId, high, this.#mostMessages));
      const ids = this.#index.written(projectId, start, high, this.#authors, MOST_IDS);
      yield;
      yield* ids;
      high = (ids.length < MOST_IDS ? start : ids.at(-1)!) - 1;
    }
  }

  /** The projects to search, the newest messages first; none if nobody is called as the authors asked for. */
  #projects(): SearchedProject[] {
    if (this.#searched !== undefined) return this.#searched;
    const { projectId, userId, filters: { from, after } } = this.#request;
    if (from.length > 0) this.#authors = this.#index.usersNamed(from);
    if (this.#authors?.length === 0) this.#searched = [];
    else if (projectId !== null) this.#searched = [{ id: projectId, newest: Infinity }];
    else this.#searched = this.#index.projectsOf(userId, after ?? 0);
    return this.#searched;
  }

  /** The ids between the dates: the messages of a project are in the order of their times. */
  #range(project: SearchedProject): IdRange {
    const { after, before } = this.#request.filters;
    return project.range ??= {
      low: after === null ? 1 : this.#index.firstSince(project.id, after),
      high: before === null
        ? Number.MAX_SAFE_INTEGER
        : this.#index.firstSince(project.id, before) - 1,
    };
  }
}

/** Takes the steps to the next id, and puts what follows it among the heads, which end with the newest. */
function* advance(rest: Head["rest"], heads: Head[]): Generator<undefined> {
  for (;;) {
    const { done, value: id } = rest.next();
    if (done) return;
    if (id !== undefined) {
      const after = heads.findLastIndex((head) => head.id < id) + 1;
      heads.splice(after, 0, { id, rest });
      return;
    }
    yield;
  }
}
