import type { DatabaseSync } from "node:sqlite";
import { ChungError } from "../../errors.ts";
import type { Message } from "../../model/message.ts";
import { Commit } from "../commit.ts";
import type {
  MemberChange,
  MessageDeletion,
  MessageEdit,
  NewMembers,
  NewMessage,
  NewProject,
  NewSession,
  NewUser,
  PageSize,
  ProjectRename,
  ReadMark,
  Store,
} from "../store.ts";
import { DatabaseDamaged, shuttingDown } from "../failure.ts";
import type { DatabaseFaults } from "./database_faults.ts";
import { Reader } from "./reads/reader.ts";
import { SearchIndexer } from "./search/search_indexer.ts";
import { searchTerms } from "./search/search_query.ts";
import type { Searcher } from "./search/searcher.ts";
import type { WriteQueue } from "../write_queue.ts";
import type { WriteName, Writes } from "../writes.ts";

/** What a SqliteStore is put together from: see open.ts. */
export interface SqliteStoreParts {
  queue: WriteQueue;
  /** What reads go through; in memory it is the writer's own connection. */
  database: DatabaseSync;
  searcher: Searcher;
  health: DatabaseFaults;
  /** Closes the reading connection, before the writer's is closed. */
  closeReader: () => void;
  /** Lets others have the data folder, after all is closed. */
  release: () => void;
}

const DONE = () => {};

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
  readonly #indexer: SearchIndexer;
  readonly #failed: (error: unknown) => void;
  #closed: Promise<void> | null = null;

  constructor(parts: SqliteStoreParts) {
    this.#parts = parts;
    this.#reader = new Reader(parts.database);
    this.#failed = (error) => this.#noteDamage(error);
    this.#indexer = new SearchIndexer(parts.queue, parts.database, this.#failed);
  }

  ready(connection?: number) {
    return this.#parts.queue.ready(connection);
  }

  createUser(user: NewUser) {
    return this.#write("createUser", user);
  }

  createSession(session: NewSession): Commit<void> {
    return this.#write("createSession", session).map(() => {});
  }

  endSession(id: string, at: number) {
    return this.#write("endSession", { id, at });
  }

  createProject(project: NewProject) {
    return this.#write("createProject", project);
  }

  addMembers(members: NewMembers) {
    return this.#write("addMembers", members);
  }

  removeMember(change: MemberChange) {
    return this.#write("removeMember", change);
  }

  transferProject(change: MemberChange) {
    return this.#write("transferProject", change);
  }

  renameProject(rename: ProjectRename) {
    return this.#write("renameProject", rename);
  }

  addMessage(message: NewMessage) {
    const commit = this.#write("addMessage", message, message.connection);
    commit.settle(() => this.#indexer.messageAdded(), () => {});
    return commit;
  }

  editMessage(edit: MessageEdit) {
    return this.#write("editMessage", edit);
  }

  deleteMessage(deletion: MessageDeletion) {
    return this.#write("deleteMessage", deletion);
  }

  markRead(mark: ReadMark) {
    return this.#write("markRead", mark);
  }

  watchProjects(userId: number) {
    return this.#write("watchProjects", { userId });
  }

  purge(tagsBefore: number, sessionsBefore: number): Commit<void> {
    const commit = new Commit<void>();
    // A piece at a time: other writes go in between.
    const next = () =>
      this.#write("purge", { tagsBefore, sessionsBefore })
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

  changesAfter(projectId: number, afterChange: number, throughId: number, size: PageSize) {
    return this.#read((reader) => reader.changes.after(projectId, afterChange, throughId, size));
  }

  lastChange(projectId: number) {
    return this.#read((reader) => reader.changes.last(projectId));
  }

  async search(projectId: number, query: string, size: PageSize): Promise<Message[]> {
    if (this.#closed !== null) throw shuttingDown();
    if (searchTerms(query).length === 0) return [];
    try {
      await this.#indexer.catchUp();
    } catch (error) {
      // Where nothing can be written now, as on a full disk, what is in the index is found all the same.
      const unwritable = error instanceof ChungError && !(error instanceof DatabaseDamaged);
      if (!unwritable) throw this.#readFailed(error);
    }
    try {
      return await this.#parts.searcher.find({ projectId, query, size });
    } catch (error) {
      this.#noteDamage(error);
      throw error;
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const { queue, searcher, closeReader, release } = this.#parts;
    try {
      this.#indexer.close();
      await queue.drain();
      await searcher.close();
      closeReader();
      await queue.close();
    } finally {
      release();
    }
  }

  // deno-lint-ignore require-await -- whatever happens is in the promise
  async #read<T>(read: (reader: Reader) => T): Promise<T> {
    if (this.#closed !== null) throw shuttingDown();
    try {
      const result = read(this.#reader);
      this.#parts.health.readWorked();
      return result;
    } catch (error) {
      throw this.#readFailed(error);
    }
  }

  /** @param connection as `WriteQueue.add` takes it */
  #write<N extends WriteName>(
    name: N,
    input: Writes[N]["input"],
    connection?: number,
  ): Commit<Writes[N]["output"]> {
    const { health, queue } = this.#parts;
    if (health.damage !== null && this.#closed === null) {
      const refused = new Commit<Writes[N]["output"]>();
      refused.reject(health.damage);
      return refused;
    }
    const commit = queue.add(name, input, connection);
    commit.settle(DONE, this.#failed);
    return commit;
  }

  #readFailed(error: unknown): unknown {
    const told = this.#parts.health.readFailed(error);
    this.#noteDamage(told);
    return told;
  }

  #noteDamage(error: unknown): void {
    this.#parts.health.noteDamage(error);
    if (this.#parts.health.damage !== null) this.#indexer.close();
  }
}
