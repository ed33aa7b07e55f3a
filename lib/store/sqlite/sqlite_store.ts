import type { DatabaseSync } from "node:sqlite";
import { ChungError } from "../../errors.ts";
import { Commit } from "../commit.ts";
import type {
  NewMembers,
  NewMessage,
  NewProject,
  NewSession,
  NewUser,
  PageSize,
  Store,
} from "../store.ts";
import { translateError } from "./errors.ts";
import { Reader } from "./reader.ts";
import type { WriteQueue } from "./write_queue.ts";

/** What a SqliteStore is put together from: see open.ts. */
export interface SqliteStoreParts {
  queue: WriteQueue;
  /** What reads go through; in memory it is the writer's own connection. */
  database: DatabaseSync;
  /** Closes the reading connection, before the writer's is closed. */
  closeReader: () => void;
  /** Lets others have the data folder, after all is closed. */
  release: () => void;
}

/**
 * The Store in one SQLite database.
 *
 * Commits are settled in the order in which their writes were asked for, which is the order of the ids.
 * A read may see a write whose Commit is not settled yet, by the time an answer takes between threads; never
 * the other way round.
 */
export class SqliteStore implements Store {
  readonly #parts: SqliteStoreParts;
  readonly #reader: Reader;
  #closed: Promise<void> | null = null;

  constructor(parts: SqliteStoreParts) {
    this.#parts = parts;
    this.#reader = new Reader(parts.database);
  }

  ready() {
    return this.#parts.queue.ready();
  }

  createUser(user: NewUser) {
    return this.#parts.queue.add("createUser", user);
  }

  createSession(session: NewSession): Commit<void> {
    return this.#parts.queue.add("createSession", session).map(() => {});
  }

  endSession(id: string, at: number) {
    return this.#parts.queue.add("endSession", { id, at });
  }

  createProject(project: NewProject) {
    return this.#parts.queue.add("createProject", project);
  }

  addMembers(members: NewMembers) {
    return this.#parts.queue.add("addMembers", members);
  }

  addMessage(message: NewMessage) {
    return this.#parts.queue.add("addMessage", message);
  }

  purge(tagsBefore: number, sessionsBefore: number): Commit<void> {
    const commit = new Commit<void>();
    // A piece at a time: other writes go in between.
    const next = () =>
      this.#parts.queue.add("purge", { tagsBefore, sessionsBefore })
        .settle((more) => more ? next() : commit.resolve(), (error) => commit.reject(error));
    next();
    return commit;
  }

  findAccount(username: string) {
    return this.#read((reader) => reader.findAccount(username));
  }

  findSession(id: string) {
    return this.#read((reader) => reader.findSession(id));
  }

  findAccess(projectId: number, userId: number) {
    return this.#read((reader) => reader.findAccess(projectId, userId));
  }

  listMembers(projectId: number) {
    return this.#read((reader) => reader.listMembers(projectId));
  }

  listProjects(userId: number) {
    return this.#read((reader) => reader.listProjects(userId));
  }

  messagesBefore(projectId: number, beforeId: number | null, size: PageSize) {
    return this.#read((reader) => reader.pages.before(projectId, beforeId, size));
  }

  messagesAfter(projectId: number, afterId: number, size: PageSize) {
    return this.#read((reader) => reader.pages.after(projectId, afterId, size));
  }

  lastMessageId(projectId: number) {
    return this.#read((reader) => reader.lastMessageId(projectId));
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const { queue, closeReader, release } = this.#parts;
    try {
      await queue.drain();
      closeReader();
      await queue.close();
    } finally {
      release();
    }
  }

  // deno-lint-ignore require-await -- whatever happens is in the promise
  async #read<T>(read: (reader: Reader) => T): Promise<T> {
    if (this.#closed !== null) throw new ChungError("unavailable", "the server is shutting down");
    try {
      return read(this.#reader);
    } catch (error) {
      throw translateError(error);
    }
  }
}
