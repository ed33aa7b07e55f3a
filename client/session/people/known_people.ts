import { ChungError } from "../../../lib/errors.ts";
import type { Timers } from "../../../lib/timers.ts";
import type { TokenRequests } from "../../upstream/token_requests.ts";
import { projectPage } from "../project_pages.ts";

/** The latest projects whose members count as known. */
const MOST_PROJECTS = 30;
/** Enough for a list to choose from; more would only cost. */
const MOST_PEOPLE = 2_000;
const KEPT_MS = 60_000;

interface Known {
  people: Promise<string[]>;
  /** As of `Timers.monotonic`, in milliseconds. */
  at: number;
}

/**
 * The people with whom a person shares a project, those of the latest first. The server has no list of users, and
 * nobody may see more than the members of their own projects.
 */
export class KnownPeople {
  readonly #requests: TokenRequests;
  readonly #me: string;
  readonly #timers: Timers;
  #known: Known | null = null;

  constructor(requests: TokenRequests, me: string, timers: Timers) {
    this.#requests = requests;
    this.#me = me;
    this.#timers = timers;
  }

  /** Gathers them, at most once a minute; without the members of the project `except`. */
  async without(except: number | null): Promise<string[]> {
    const [people, members] = await Promise.all([
      this.#all(),
      except === null ? [] : this.#membersOf(except),
    ]);
    const left = new Set(members);
    return people.filter((name) => !left.has(name));
  }

  /** Gathers them again the next time: the person has just added some, or come back to a project. */
  forget(): void {
    this.#known = null;
  }

  #all(): Promise<string[]> {
    const now = this.#timers.monotonic();
    if (this.#known !== null && now - this.#known.at < KEPT_MS) return this.#known.people;
    const known = { people: this.#gather(), at: now };
    this.#known = known;
    known.people.catch(() => {
      // Asked again the next time.
      if (this.#known === known) this.#known = null;
    });
    return known.people;
  }

  async #gather(): Promise<string[]> {
    const { projects } = await projectPage(this.#requests);
    // One connection answers in order, so concurrent requests cost a single round trip.
    const members = await Promise.all(
      projects.slice(0, MOST_PROJECTS).map(({ id }) => this.#membersOf(id)),
    );
    const people = new Set(members.flat());
    people.delete(this.#me);
    return [...people].slice(0, MOST_PEOPLE);
  }

  /** The members of a project; none where the person is no member any more. */
  async #membersOf(projectId: number): Promise<string[]> {
    try {
      const { members } = await this.#requests.about(projectId, "members");
      return members.map(({ username }) => username);
    } catch (error) {
      const gone = ["not_a_member", "project_not_found"];
      if (error instanceof ChungError && gone.includes(error.code)) return [];
      throw error;
    }
  }
}
