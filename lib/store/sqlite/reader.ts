import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { MemberRole, ProjectSummary } from "../../model/project.ts";
import type { Account, StoredSession } from "../../model/user.ts";
import type { Access } from "../store.ts";
import { MessagePages } from "./message_pages.ts";
import { type MessageRow, type ProjectRow, toMessage, toProject, type UserRow } from "./rows.ts";
import { toUser } from "./rows.ts";

/** One row of LIST_PROJECTS; the columns of the last message are null in an empty room. */
type SummaryRow = ProjectRow & {
  role: MemberRole;
  members: number;
  unread: number;
  last_id: number | null;
  last_username: string;
  last_message: string;
  last_timestamp: number;
  last_edited_at: number | null;
  last_deleted_at: number | null;
};

export const LIST_PROJECTS = `
  SELECT p.id, p.name, owner.username AS owner, p.created_at,
    iif(p.owner = m.user_id, 'owner', 'member') AS role,
    (SELECT count(*) FROM members WHERE project_id = p.id) AS members,
    (SELECT count(*) FROM chats WHERE room_id = p.id AND id > m.last_read_id
       AND user <> m.user_id AND deleted_at IS NULL) AS unread,
    last.id AS last_id, author.username AS last_username, last.message AS last_message,
    last.timestamp AS last_timestamp, last.edited_at AS last_edited_at,
    last.deleted_at AS last_deleted_at
  FROM members m
    JOIN projects p ON p.id = m.project_id
    JOIN users owner ON owner.id = p.owner
    LEFT JOIN chats last ON last.id = (SELECT max(id) FROM chats WHERE room_id = p.id)
    LEFT JOIN users author ON author.id = last.user
  WHERE m.user_id = ?
  ORDER BY coalesce(last.timestamp, p.created_at) DESC, p.id DESC`;

/** The reads of the Store, synchronous, each of one moment of the database. */
export class Reader {
  readonly #account: StatementSync;
  readonly #session: StatementSync;
  readonly #access: StatementSync;
  readonly #members: StatementSync;
  readonly #projects: StatementSync;
  readonly #lastMessage: StatementSync;
  readonly pages: MessagePages;

  constructor(database: DatabaseSync) {
    this.#account = database.prepare(
      "SELECT id, username, role, password, disabled_at FROM users WHERE username = ?",
    );
    this.#session = database.prepare(
      `SELECT u.id, u.username, u.role, u.disabled_at, s.expires_at, s.ended_at
       FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ?`,
    );
    this.#access = database.prepare(
      `SELECT p.id, p.name, u.username AS owner, p.created_at,
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
    this.#projects = database.prepare(LIST_PROJECTS);
    this.#lastMessage = database.prepare(
      "SELECT coalesce(max(id), 0) AS id FROM chats WHERE room_id = ?",
    );
    this.pages = new MessagePages(database);
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

  listMembers(projectId: number): { username: string; role: MemberRole }[] {
    const rows = this.#members.all(projectId) as unknown as {
      username: string;
      role: MemberRole;
    }[];
    return rows.map(({ username, role }) => ({ username, role }));
  }

  listProjects(userId: number): ProjectSummary[] {
    return (this.#projects.all(userId) as unknown as SummaryRow[]).map(toSummary);
  }

  lastMessageId(projectId: number): number {
    return this.#lastMessage.get(projectId)!.id as number;
  }
}

function toSummary(row: SummaryRow): ProjectSummary {
  const { role, members, unread } = row;
  return { ...toProject(row), role, members, unread, last_message: lastMessage(row) };
}

function lastMessage(row: SummaryRow) {
  if (row.last_id === null) return null;
  const message: MessageRow = {
    id: row.last_id,
    room_id: row.id,
    username: row.last_username,
    message: row.last_message,
    timestamp: row.last_timestamp,
    edited_at: row.last_edited_at,
    deleted_at: row.last_deleted_at,
  };
  return toMessage(message);
}
