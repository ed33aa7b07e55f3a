import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { MemberRole } from "../../../model/project.ts";
import type {
  Access,
  ListedMember,
  ProjectPage,
  ProjectPageRequest,
  RoomRequest,
  RoomView,
  WatchedProjects,
} from "../../store.ts";
import { AccountReads } from "./account_reads.ts";
import { ChangePages } from "./change_pages.ts";
import { ContentCounts } from "./content_counts.ts";
import { MessagePages } from "./message_pages.ts";
import { atOneMoment } from "./one_moment.ts";
import { TaskLists } from "./task_lists.ts";
import { ProjectList } from "./project_list.ts";
import { PROJECT_COLUMNS, type ProjectRow, toProject, type UserRow } from "../rows.ts";

/** Implements the reads of the Store, synchronously. */
export class Reader {
  readonly #database: DatabaseSync;
  readonly #access: StatementSync;
  readonly #members: StatementSync;
  readonly #projects: ProjectList;
  readonly #lastMessage: StatementSync;
  readonly accounts: AccountReads;
  readonly counts: ContentCounts;
  readonly pages: MessagePages;
  readonly changes: ChangePages;
  readonly tasks: TaskLists;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#access = database.prepare(
      `SELECT ${PROJECT_COLUMNS},
         CASE WHEN p.owner = ?2 THEN 'owner'
           WHEN EXISTS (SELECT 1 FROM members WHERE project_id = p.id AND user_id = ?2)
           THEN 'member' END AS role
       FROM projects p JOIN users u ON u.id = p.owner WHERE p.id = ?1`,
    );
    this.#members = database.prepare(
      `SELECT u.username, u.name, iif(p.owner = u.id, 'owner', 'member') AS role
       FROM members m JOIN users u ON u.id = m.user_id JOIN projects p ON p.id = m.project_id
       WHERE m.project_id = ? ORDER BY p.owner = u.id DESC, m.added_at, u.id`,
    );
    this.#projects = new ProjectList(database);
    this.#lastMessage = database.prepare(
      "SELECT coalesce(max(id), 0) AS id FROM chats WHERE room_id = ?",
    );
    this.accounts = new AccountReads(database);
    this.counts = new ContentCounts(database);
    this.pages = new MessagePages(database);
    this.changes = new ChangePages(database);
    this.tasks = new TaskLists(database);
  }

  findAccess(projectId: number, userId: number): Access | null {
    const row = this.#access.get(projectId, userId) as unknown as
      | ProjectRow & { role: MemberRole | null }
      | undefined;
    return row === undefined ? null : { project: toProject(row), role: row.role };
  }

  listMembers(projectId: number): ListedMember[] {
    const rows = this.#members.all(projectId) as unknown as (ListedMember & UserRow)[];
    return rows.map(({ username, name, role }) => ({
      username,
      ...name !== null && { name },
      role,
    }));
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
