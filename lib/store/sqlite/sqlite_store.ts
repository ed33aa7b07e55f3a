import type { DatabaseSync } from "node:sqlite";
import { ChungError } from "../../errors.ts";
import { NO_FILTERS, type SearchFilters } from "../../model/search_filters.ts";
import { Commit } from "../commit.ts";
import type {
  Asker,
  PageSize,
  ProjectPageRequest,
  RoomRequest,
  SearchResult,
  Store,
  TaskHistoryRequest,
  TaskListRequest,
} from "../store.ts";
import { DatabaseDamaged, shuttingDown } from "../failure.ts";
import type { DatabaseFaults } from "./database_faults.ts";
import type { StoreCounts, StoreFigures } from "../../figures/store_figures.ts";
import { Reader } from "./reads/reader.ts";
import { isWordless } from "./search/search_request.ts";
import { SearchIndexer } from "./search/search_indexer.ts";
import { searchTerms } from "./search/search_query.ts";
import type { Searcher } from "./search/searcher.ts";
import type { SqliteWriteName, SqliteWrites } from "./writes/sqlite_writes.ts";
import type { Scheduling, WriteQueue } from "../write_queue.ts";
import type { WriteName, Writes } from "../writes.ts";

/** The parts of a SqliteStore, assembled by open_sqlite_store.ts. */
export interface SqliteStoreParts {
  queue: WriteQueue<SqliteWrites>;
  /** The connection used for reads; in memory, the writer's own connection. */
  database: DatabaseSync;
  searcher: Searcher;
  health: DatabaseFaults;
  /** Closes the reading connection; called before the writer's connection is closed. */
  closeReader: () => void;
  /** Releases the data folder; called after everything is closed. */
  release: () => void;
}

const DONE = () => {};

/**
 * A Store in one SQLite database.
 *
 * Commits are settled in the order in which their writes are applied, which is the order of the ids. A read may see a
 * write whose Commit is not settled yet, while the answer is on its way from the writer's thread, but never the
 * reverse.
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

  write<N extends WriteName>(
    name: N,
    input: Writes[N]["input"],
    scheduling?: Scheduling,
  ): Commit<Writes[N]["output"]> {
    const commit: Commit<Writes[N]["output"]> = this.#write(name, input, scheduling);
    if (name === "addMessage") commit.settle(() => this.#indexer.messageAdded(), DONE);
    return commit;
  }

  ready(lane?: number) {
    return this.#parts.queue.ready(lane);
  }

  async purge(tagsBefore: number, sessionsBefore: number): Promise<void> {
    // A limited number of rows at a time, so that other writes can run in between.
    const rows = { tagsBefore, sessionsBefore };
    while (await this.#write("purgeRows", rows, { background: true }).promise());
  }

  findAccount(username: string) {
    return this.#read((reader) => reader.accounts.find(username));
  }

  findSession(id: string) {
    return this.#read((reader) => reader.accounts.findSession(id));
  }

  listUsers(limit: number, afterId: number) {
    return this.#read((reader) => reader.accounts.listUsers(limit, afterId));
  }

  listSessions(userId: number, at: number) {
    return this.#read((reader) => reader.accounts.listSessions(userId, at));
  }

  listInvitations(limit: number) {
    return this.#read((reader) => reader.accounts.listInvitations(limit));
  }

  isInvited(code: string, at: number) {
    return this.#read((reader) => reader.accounts.isInvited(code, at));
  }

  findAccess(projectId: number, userId: number) {
    return this.#read((reader) => reader.findAccess(projectId, userId));
  }

  listMembers(projectId: number) {
    return this.#read((reader) => reader.listMembers(projectId));
  }

  listProjects(request: ProjectPageRequest) {
    return this.#read((reader) => reader.listProjects(request));
  }

  watchProjects(userId: number, limit: number) {
    return this.#parts.queue.between(() =>
      this.#readNow((reader) => reader.watchProjects(userId, limit))
    );
  }

  messagesBefore(projectId: number, beforeId: number | null, size: PageSize) {
    return this.#read((reader) => reader.pages.before(projectId, beforeId, size));
  }

  messagesAfter(projectId: number, afterId: number, size: PageSize) {
    return this.#read((reader) => reader.pages.after(projectId, afterId, size));
  }

  readRoom(request: RoomRequest) {
    return this.#read((reader) => reader.readRoom(request));
  }

  lastChange(projectId: number) {
    return this.#read((reader) => reader.changes.last(projectId));
  }

  listTasks(projectId: number, request: TaskListRequest) {
    return this.#read((reader) => reader.tasks.ofProject(projectId, request));
  }

  listAssignedTasks(userId: number, next: string | null, size: PageSize) {
    return this.#read((reader) => reader.tasks.ofAssignee(userId, next, size));
  }

  listTaskChanges(request: TaskHistoryRequest) {
    return this.#read((reader) => reader.tasks.history(request));
  }

  async search(
    projectId: number | null,
    query: string,
    size: PageSize,
    by: Asker,
    filters: SearchFilters = NO_FILTERS,
  ): Promise<SearchResult> {
    if (this.#closed !== null) throw shuttingDown();
    if (searchTerms(query).length === 0 && !isWordless({ query, filters })) {
      return { messages: [], partial: false };
    }
    try {
      await this.#indexer.catchUp();
    } catch (error) {
      // While the database can't be written, as on a full disk, the indexed messages can still be searched.
      const unwritable = error instanceof ChungError && !(error instanceof DatabaseDamaged);
      if (!unwritable) throw this.#readFailed(error);
    }
    try {
      const request = { projectId, userId: by.account, query, filters, size };
      const found = await this.#parts.searcher.find(request, by);
      return projectId === null ? this.#stillVisible(found, by.account) : found;
    } catch (error) {
      this.#noteDamage(error);
      throw error;
    }
  }

  /** Leaves out what is in a project that the user was removed from while the result was on its way. */
  #stillVisible({ messages, partial }: SearchResult, userId: number): SearchResult {
    const ids = new Set(messages.map(({ project_id }) => project_id));
    const visible = this.#readNow((reader) =>
      new Set([...ids].filter((id) => (reader.findAccess(id, userId)?.role ?? null) !== null))
    );
    return { messages: messages.filter(({ project_id }) => visible.has(project_id)), partial };
  }

  figures(): StoreFigures {
    const { committed, waiting, dead } = this.#parts.queue;
    return { committed, waiting, dead };
  }

  async count(): Promise<StoreCounts> {
    const users = await this.#read((reader) => reader.counts.users());
    const counts: StoreCounts = { users, projects: 0, messages: 0, tasks: 0 };
    for (let last: number | null = 0; last !== null;) {
      const after: number = last;
      const page = await this.#read((reader) => reader.counts.projectsAfter(after));
      counts.projects += page.projects;
      counts.messages += page.messages;
      counts.tasks += page.tasks;
      last = page.last;
      // Everything else goes on in between.
      if (last !== null) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return counts;
  }

  async check(): Promise<void> {
    await this.findAccess(0, 0);
    await this.#write("touch", {}, { background: true }).promise();
  }

  settled(): Promise<void> {
    return this.#parts.queue.settled();
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

  // deno-lint-ignore require-await -- errors must reject the promise
  async #read<T>(read: (reader: Reader) => T): Promise<T> {
    return this.#readNow(read);
  }

  #readNow<T>(read: (reader: Reader) => T): T {
    if (this.#closed !== null) throw shuttingDown();
    try {
      const result = read(this.#reader);
      this.#parts.health.readWorked();
      return result;
    } catch (error) {
      throw this.#readFailed(error);
    }
  }

  #write<N extends SqliteWriteName>(
    name: N,
    input: SqliteWrites[N]["input"],
    scheduling?: Scheduling,
  ): Commit<SqliteWrites[N]["output"]> {
    const { health, queue } = this.#parts;
    if (health.damage !== null && this.#closed === null) {
      const refused = new Commit<SqliteWrites[N]["output"]>();
      refused.reject(health.damage);
      return refused;
    }
    const commit = queue.add(name, input, scheduling);
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
