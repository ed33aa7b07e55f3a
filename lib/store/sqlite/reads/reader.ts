import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { MemberRole } from "../../../model/project.ts";
import type { Account, StoredSession } from "../../../model/user.ts";
import type {
  Access,
  ListedMember,
  ProjectPage,
  ProjectPageRequest,
  RoomRequest,
  RoomView,
  WatchedProjects,
} from "../../store.ts";
import { ChangePages } from "./change_pages.ts";
import { MessagePages } from "./message_pages.ts";
import { atOneMoment } from "./one_moment.ts";
import { TaskLists } from "./task_lists.ts";
import { ProjectList } from "./project_list.ts";
import { PROJECT_COLUMNS, type ProjectRow, toProject, toUser, type UserRow } from "../rows.ts";

/** Implements the reads of the Store, synchronously. */
export class Reader {
  readonly #database: DatabaseSync;
  readonly #account: StatementSync;
  readonly #session: StatementSync;
  readonly #access: StatementSync;
  readonly #members: StatementSync;
  readonly #projects: ProjectList;
  readonly #lastMessage: StatementSync;
  readonly pages: MessagePages;
  readonly changes: ChangePages;
  readonly tasks: TaskLists;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#account = database.prepare(
      "SELECT id, username, role, password, disabled_at FROM users WHERE username = ?",
    );
    this.#session = database.prepare(
      `SELECT u.id, u.username, u.role, u.disabled_at, s.expires_at, s.ended_at
       FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ?`,
    );
    this.#access = database.prepare(
      `SELECT ${PROJECT_COLUMNS},
         CASE WHEN p.owner = ?2 THEN 'owner'
           WHEN EXISTS (SELECT 1 FROM members WHERE project_id = p.id AND user_id = ?2)
           THEN 'member' END AS role
       FROM projects p JOIN users u ON u.id = p.owner WHERE p.id = ?1`,
    );
    this.#members = database.prepare(
      `SELECT u.username, iif(p.owner = u.id, 'owner', 'member') AS role
       FROM members m JOIN users u ON u.id = m.user_id JOIN projects p ON p.id = m.project_id
       WHERE m.project_id = ? ORDER BY p.owner = u.id DESC, m.added_at, u.id`,
    );
    this.#projects = new ProjectList(database);
    this.#lastMessage = database.prepare(
      "SELECT coalesce(max(id), 0) AS id FROM chats WHERE room_id = ?",
    );
    this.pages = new MessagePages(database);
    this.changes = new ChangePages(database);
    this.tasks = new TaskLists(database);
  }

  findAccount(username: string): Account | null {
    const row = this.#account.get(username) as unknown as
      | UserRow & { password: string; disabled_at: number | null }
      | undefined;
    if (row === undefined) return null;
    return { ...toUser(row), passwordHash: row.password, disabled: row.disabled_at !== null };
  }

  findSession(id: string): StoredSession | null {
    const row = this.#session.get(id) as unknown as
      | UserRow & { disabled_at: number | null; expires_at: number; ended_at: number | null }
      | undefined;
    if (row === undefined) return null;
    return {
      id,
      user: toUser(row),
      disabled: row.disabled_at !== null,
      expiresAt: row.expires_at,
      ended: row.ended_at !== null,
    };
  }

  findAccess(projectId: number, userId: number): Access | null {
    const row = this.#access.get(projectId, userId) as unknown as
      | ProjectRow & { role: MemberRole | null }
      | undefined;
    return row === undefined ? null : { project: toProject(row), role: row.role };
  }

  listMembers(projectId: number): ListedMember[] {
    const rows = this.#members.all(projectId) as unknown as ListedMember[];
    return rows.map(({ username, role }) => ({ username, role }));
  }

  watchProjects(userId: number, limit: number): WatchedProjects {
    return atOneMoment(this.#database, () => ({
      ...this.#projects.page({ userId, limit, before: null })!,
      positions: this.#projects.positions(userId),
    }));
  }

  listProjects(request: ProjectPageRequest): ProjectPage | null {
    return this.#projects.page(request);
  }

  readRoom({ projectId, userId, afterId, afterChange, size }: RoomRequest): RoomView | null {
    return atOneMoment(this.#database, () => {
      const access = this.findAccess(projectId, userId);
      if (access === null || access.role === null) return null;
      return {
        project: access.project,
        role: access.role,
        members: this.listMembers(projectId),
        page: afterId === null
          ? this.pages.before(projectId, null, size)
          : this.pages.after(projectId, afterId, size),
        changes: afterId === null || afterChange === null
          ? null
          : this.changes.after(projectId, afterChange, afterId, size),
        lastId: this.#lastMessage.get(projectId)!.id as number,
        lastChange: this.changes.last(projectId),
      };
    });
  }
}
