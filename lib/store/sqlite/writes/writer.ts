import type { DatabaseSync } from "node:sqlite";
import { ChungError } from "../../../errors.ts";
import { AdminCheck } from "./accounts/admin_check.ts";
import { UserWrites } from "./accounts/user_writes.ts";
import { InvitationWrites } from "./accounts/invitation_writes.ts";
import { SessionWrites } from "./accounts/session_writes.ts";
import { ActivityLines } from "./activity_lines.ts";
import { BUSY_TIMEOUT } from "../connections.ts";
import type { DatabasePlace } from "../database_place.ts";
import { isDamaged, isUnavailable, toFailure } from "../sqlite_errors.ts";
import { LogHeadWrites } from "./log_head_writes.ts";
import { MemberWrites } from "./member_writes.ts";
import { MemberRows } from "./member_rows.ts";
import { MentionRows } from "./mention_rows.ts";
import { MessageChanges } from "./message_changes.ts";
import { MessageWrites } from "./message_writes.ts";
import { ProjectWrites } from "./project_writes.ts";
import { ProjectRows } from "./project_rows.ts";
import { RequestTags } from "./request_tags.ts";
import { RoomCache } from "./room_cache.ts";
import { TaskImports } from "./tasks/task_imports.ts";
import { TaskWrites } from "./tasks/task_writes.ts";
import { SearchIndex } from "../search/search_index.ts";
import type { WriteResult } from "../../write_queue.ts";
import type { SqliteWriteName, SqliteWriteRequest, SqliteWrites } from "./sqlite_writes.ts";

/** The maximum number of rows of each kind that one purge deletes, so that no write waits long behind it. */
const PURGE_ROWS = 5_000;

/** The implementations of the writes, by name. */
type WriteTable = {
  [N in SqliteWriteName]: (input: SqliteWrites[N]["input"]) => SqliteWrites[N]["output"];
};

/**
 * Applies writes in batches, one transaction each. Synchronous: it runs in the writer's thread or inline.
 *
 * A batch needs no savepoints because of an invariant: a write throws a ChungError only before its first statement that
 * changes something.
 */
export class Writer {
  readonly #database: DatabaseSync;
  readonly #place: DatabasePlace | null;
  readonly #messages: MessageWrites;
  readonly #writes: WriteTable;
  /** The error by which the database was found damaged, or null. */
  #damage: unknown = null;
  #waitedInVain = false;
  /** Whether a COMMIT has failed since the WAL was emptied. */
  #uncommitted = false;

  /** @param place null in memory */
  constructor(database: DatabaseSync, place: DatabasePlace | null = null) {
    this.#database = database;
    this.#place = place;
    const tags = new RequestTags(database);
    const sessions = new SessionWrites(database);
    const admins = new AdminCheck(database);
    const invitations = new InvitationWrites(database, admins);
    const users = new UserWrites(database, { admins, sessions, invitations });
    const projectRows = new ProjectRows(database);
    const memberRows = new MemberRows(database);
    const mentions = new MentionRows(database);
    const index = new SearchIndex(database);
    const logHeads = new LogHeadWrites(database);
    const rooms = new RoomCache();
    const lines = new ActivityLines(database, rooms);
    const projects = new ProjectWrites(database, tags, projectRows, memberRows, lines);
    const members = new MemberWrites(projectRows, memberRows, mentions, lines);
    const messages = new MessageWrites(database, tags, projectRows, memberRows, mentions, rooms);
    const changes = new MessageChanges(database, memberRows, mentions, index);
    const tasks = new TaskWrites(database, {
      ...{ tags, lines, mentions },
      ...{ projects: projectRows, members: memberRows, messages: changes },
    });
    const imports = new TaskImports(database, {
      ...{ tags, lines },
      ...{ projects: projectRows, members: memberRows },
    });
    this.#messages = messages;
    this.#writes = {
      createUser: (input) => users.createUser(input),
      createSession: (input) => sessions.createSession(input),
      endSession: (input) => sessions.endSession(input),
      endUserSession: (input) => sessions.endUserSession(input),
      noteSessionUses: (input) => sessions.noteUses(input),
      setName: (input) => users.setName(input),
      setPassword: (input) => users.setPassword(input),
      setRole: (input) => users.setRole(input),
      setDisabled: (input) => users.setDisabled(input),
      createInvitation: (input) => invitations.createInvitation(input),
      revokeInvitation: (input) => invitations.revokeInvitation(input),
      createProject: (input) => projects.createProject(input),
      addMembers: (input) => members.addMembers(input),
      removeMember: (input) => {
        const removal = members.removeMember(input);
        // Only now: a refused request must not cost every other room its cached state.
        messages.forget();
        return removal;
      },
      rejoin: (input) => members.rejoin(input),
      transferProject: (input) => projects.transferProject(input),
      renameProject: (input) => projects.renameProject(input),
      archiveProject: (input) => {
        const archived = projects.archiveProject(input);
        if (archived.line !== null) messages.forget();
        return archived;
      },
      addMessage: (input) => messages.addMessage(input),
      editMessage: (input) => changes.editMessage(input),
      deleteMessage: (input) => changes.deleteMessage(input),
      markRead: (input) => members.markRead(input),
      createTask: (input) => tasks.createTask(input),
      promoteMessage: (input) => tasks.promoteMessage(input),
      moveTask: (input) => tasks.moveTask(input),
      assignTask: (input) => tasks.assignTask(input),
      setTaskDue: (input) => tasks.setTaskDue(input),
      renameTask: (input) => tasks.renameTask(input),
      setTaskNotes: (input) => tasks.setTaskNotes(input),
      deleteTask: (input) => tasks.deleteTask(input),
      restoreTask: (input) => tasks.restoreTask(input),
      importTasks: (input) => imports.importTasks(input),
      keepLogHeads: ({ heads }) => logHeads.keep(heads),
      removeLogDay: ({ day, at }) => logHeads.removeDay(day, at),
      indexMessages: () => index.advance(),
      touch: () => this.#touch(),
      purgeRows: ({ tagsBefore, sessionsBefore }) => {
        const forgotten = tags.forget(tagsBefore, PURGE_ROWS);
        const deleted = sessions.deleteSessions(sessionsBefore, PURGE_ROWS);
        return forgotten >= PURGE_ROWS || deleted >= PURGE_ROWS;
      },
    };
  }

  /**
   * Applies a batch in order, in one transaction. When it returns, the writes that succeeded are durable. If a write
   * fails with an error other than a ChungError, the transaction is rolled back and each write is retried in its own,
   * so that one bad write doesn't fail the others. Once the database is found damaged, nothing more is written. Never
   * throws.
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
   * Checkpoints the WAL into the database file, and closes the database; leaves it open if its files are not in their
   * place, since SQLite would delete whatever WAL is there.
   * @param emptied called once the WAL is empty, before closing deletes it
   */
  close(emptied: () => void = () => {}): void {
    if (this.#place?.isKept() === false) return;
    try {
      const { busy } = this.#database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()!;
      if (busy === 0) emptied();
    } catch {
      // The contents of the WAL are durable: the next start reads them.
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

  /** Setting the version writes its page, also when it is the same. */
  #touch(): void {
    const { user_version } = this.#database.prepare("PRAGMA user_version").get()!;
    this.#database.exec(`PRAGMA user_version = ${user_version}`);
  }

  /**
   * Empties the WAL after a failed COMMIT, before anything is written behind it. The frames that the COMMIT left were
   * never acknowledged but look committed: a later start would take them for acknowledged (wal_check.ts).
   */
  #emptyWal(): void {
    const { busy } = this.#database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()!;
    if (busy !== 0) throw new Error("database is locked");
    this.#uncommitted = false;
  }

  /**
   * Begins a transaction. Waits for another program's lock, but only once: the writes queued meanwhile would wait again
   * for each batch, and their senders for minutes.
   * @throws {BeginError} if the database can't be written now
   */
  #begin(): void {
    try {
      this.#place?.assertKept();
    } catch (error) {
      throw new BeginError(error);
    }
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

  #run<N extends keyof SqliteWrites>({ name, input }: SqliteWriteRequest<N>): unknown {
    if (name !== "addMessage") this.#messages.finish();
    return this.#writes[name](input);
  }

  #rollback(): void {
    this.#messages.forget();
    try {
      this.#database.exec("ROLLBACK");
    } catch {
      // Some failures, such as a full disk, have already rolled back.
    }
  }
}

/** Thrown when a transaction can't begin: retrying each write alone would only wait again. */
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
