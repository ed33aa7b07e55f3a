import type { DatabaseSync } from "node:sqlite";
import { ChungError } from "../../../errors.ts";
import { AccountWrites } from "./account_writes.ts";
import { BUSY_TIMEOUT } from "../connections.ts";
import { isDamaged, isUnavailable, toFailure } from "../sqlite_errors.ts";
import { MemberWrites } from "./member_writes.ts";
import { MemberRows } from "./member_rows.ts";
import { MentionRows } from "./mention_rows.ts";
import { MessageChanges } from "./message_changes.ts";
import { MessageWrites } from "./message_writes.ts";
import { ProjectWrites } from "./project_writes.ts";
import { ProjectRows } from "./project_rows.ts";
import { RequestTags } from "./request_tags.ts";
import { SearchIndex } from "../search/search_index.ts";
import type { WriteResult } from "../../write_queue.ts";
import type { SqliteWriteName, SqliteWriteRequest, SqliteWrites } from "./sqlite_writes.ts";

/** Rows of a kind that one purge deletes at most, so that no write waits long behind it. */
const PURGE_ROWS = 5_000;

/** The implementation of each write. */
type WriteTable = {
  [N in SqliteWriteName]: (input: SqliteWrites[N]["input"]) => SqliteWrites[N]["output"];
};

/**
 * Applies writes, many to a transaction. Plain synchronous code: it runs in the writer's thread or inline.
 *
 * The invariant that lets a batch do without savepoints: a write throws a ChungError only before its first
 * statement that changes something.
 */
export class Writer {
  readonly #database: DatabaseSync;
  readonly #messages: MessageWrites;
  readonly #writes: WriteTable;
  /** What told that the database is damaged. */
  #damage: unknown = null;
  #waitedInVain = false;
  /** Whether a COMMIT has failed since the WAL was emptied. */
  #uncommitted = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
    const tags = new RequestTags(database);
    const accounts = new AccountWrites(database);
    const projectRows = new ProjectRows(database);
    const memberRows = new MemberRows(database);
    const mentions = new MentionRows(database);
    const index = new SearchIndex(database);
    const projects = new ProjectWrites(database, tags, projectRows, memberRows);
    const members = new MemberWrites(projectRows, memberRows, mentions);
    const messages = new MessageWrites(database, tags, projectRows, memberRows, mentions);
    const changes = new MessageChanges(database, memberRows, mentions, index);
    this.#messages = messages;
    this.#writes = {
      createUser: (input) => accounts.createUser(input),
      createSession: (input) => accounts.createSession(input),
      endSession: (input) => accounts.endSession(input),
      createProject: (input) => projects.createProject(input),
      addMembers: (input) => members.addMembers(input),
      removeMember: (input) => {
        messages.forget();
        return members.removeMember(input);
      },
      transferProject: (input) => projects.transferProject(input),
      renameProject: (input) => projects.renameProject(input),
      addMessage: (input) => messages.addMessage(input),
      editMessage: (input) => changes.editMessage(input),
      deleteMessage: (input) => changes.deleteMessage(input),
      markRead: (input) => members.markRead(input),
      indexMessages: () => index.advance(),
      purgeRows: ({ tagsBefore, sessionsBefore }) => {
        const forgotten = tags.forget(tagsBefore, PURGE_ROWS);
        const deleted = accounts.deleteSessions(sessionsBefore, PURGE_ROWS);
        return forgotten >= PURGE_ROWS || deleted >= PURGE_ROWS;
      },
    };
  }

  /**
   * Applies a batch in order, in one transaction; when it returns, what succeeded is durable. Should a write
   * fail otherwise than with a ChungError, everything is rolled back and each is tried in a transaction of
   * its own, so that one bad write takes no other with it. Once the database has turned out to be damaged, nothing is
   * written any more. Never throws.
   */
  apply(batch: SqliteWriteRequest[]): WriteResult[] {
    if (this.#damage !== null) return batch.map(() => failed(this.#damage));
    try {
      return this.#transaction(batch);
    } catch (error) {
      if (isDamaged(error)) {
        this.#damage = error;
        return batch.map(() => failed(error));
      }
      if (batch.length === 1 || error instanceof BeginError) {
        return batch.map(() => failed(error));
      }
    }
    return batch.flatMap((request) => this.apply([request]));
  }

  /**
   * Moves everything into the database file, and closes it.
   * @param emptied is called when nothing is in the WAL any more, before it goes
   */
  close(emptied: () => void = () => {}): void {
    try {
      const { busy } = this.#database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()!;
      if (busy === 0) emptied();
    } catch {
      // What is in the WAL is durable there too: the next start reads it.
    }
    this.#database.close();
  }

  #transaction(batch: SqliteWriteRequest[]): WriteResult[] {
    this.#begin();
    try {
      const results = batch.map((request) => this.#attempt(request));
      this.#messages.finish();
      this.#commit();
      return results;
    } catch (error) {
      this.#rollback();
      throw error;
    }
  }

  #commit(): void {
    try {
      this.#database.exec("COMMIT");
    } catch (error) {
      this.#uncommitted = true;
      throw error;
    }
  }

  /**
   * What a failed COMMIT left in the WAL is nobody's, but stands there as a commit does: before anything is written
   * behind it, it goes, or a later start would take it for acknowledged (wal_check.ts).
   */
  #emptyWal(): void {
    const { busy } = this.#database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()!;
    if (busy !== 0) throw new Error("database is locked");
    this.#uncommitted = false;
  }

  /**
   * Waits for a lock that another program has, but only the first time: what came meanwhile would wait once more for
   * each batch, and its senders for minutes.
   */
  #begin(): void {
    try {
      if (this.#uncommitted) this.#emptyWal();
      this.#database.exec("BEGIN IMMEDIATE");
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      this.#waitedInVain = true;
      this.#database.exec("PRAGMA busy_timeout = 0");
      throw new BeginError(error);
    }
    if (!this.#waitedInVain) return;
    this.#waitedInVain = false;
    this.#database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
  }

  #attempt(request: SqliteWriteRequest): WriteResult {
    try {
      return { ok: true, value: this.#run(request) };
    } catch (error) {
      if (error instanceof ChungError) return failed(error);
      throw error;
    }
  }

  #run({ name, input }: SqliteWriteRequest): unknown {
    if (name !== "addMessage") this.#messages.finish();
    return this.#writes[name](input as never);
  }

  #rollback(): void {
    this.#messages.forget();
    try {
      this.#database.exec("ROLLBACK");
    } catch {
      // Some failures, as a full disk, have rolled back already.
    }
  }
}

/** The transaction could not even begin: trying each write alone would only wait again. */
class BeginError extends Error {
  constructor(cause: unknown) {
    super("BEGIN failed", { cause });
  }
}

function failed(error: unknown): WriteResult {
  return {
    ok: false,
    failure: toFailure(error instanceof BeginError ? error.cause : error),
  };
}
