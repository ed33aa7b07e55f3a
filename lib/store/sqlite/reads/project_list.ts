import type { DatabaseSync, StatementSync } from "node:sqlite";
import { LISTED_TEXT } from "../../../model/limits.ts";
import type { Message } from "../../../model/message.ts";
import type { MemberRole, ProjectSummary } from "../../../model/project.ts";
import type { ProjectPage, ProjectPageRequest, WatchedProjects } from "../../store.ts";
import { type MessageRow, type ProjectRow, toMessage, toProject } from "../rows.ts";

/** A row of LIST_PROJECTS; the columns of the last message, except `last_ordinal`, are null if nobody has written. */
type SummaryRow = ProjectRow & {
  role: MemberRole;
  members: number;
  last_read_id: number;
  read_offset: number;
  mentions: number;
  last_id: number | null;
  last_ordinal: number;
  last_username: string;
  /** At most one character more than a list shows. */
  last_message: string;
  last_timestamp: number;
  last_edited_at: number | null;
  last_deleted_at: number | null;
  last_task_id: number | null;
};

/** The page is chosen first, by what members and projects alone tell: the rest is read for its rows only. */
const LIST_PROJECTS = `
  WITH page AS (
    SELECT p.id, p.name, p.owner, p.created_at, p.archived_at, p.active_at,
      p.last_message_id,
      m.user_id, m.last_read_id, m.read_offset
    FROM members m JOIN projects p ON p.id = m.project_id
    WHERE m.user_id = ?1 AND (p.active_at, p.id) < (?2, ?3)
    ORDER BY p.active_at DESC, p.id DESC LIMIT ?4
  )
  SELECT page.id, page.name, owner.username AS owner, page.created_at, page.archived_at,
    iif(page.owner = page.user_id, 'owner', 'member') AS role,
    (SELECT count(*) FROM members WHERE project_id = page.id) AS members,
    page.last_read_id, page.read_offset,
    (SELECT count(*) FROM mentions WHERE user_id = page.user_id AND project_id = page.id
       AND message_id > page.last_read_id) AS mentions,
    last.id AS last_id, coalesce(last.ordinal, 0) AS last_ordinal,
    author.username AS last_username, substr(last.message, 1, ${LISTED_TEXT + 1}) AS last_message,
    last.timestamp AS last_timestamp, last.edited_at AS last_edited_at,
    last.deleted_at AS last_deleted_at, last.task_id AS last_task_id
  FROM page
    JOIN users owner ON owner.id = page.owner
    LEFT JOIN chats last ON last.id = page.last_message_id
    LEFT JOIN users author ON author.id = last.user
  ORDER BY page.active_at DESC, page.id DESC`;

/** Comes after every project in the order of LIST_PROJECTS. */
const END = Number.MAX_SAFE_INTEGER;

/** Lists a user's projects, latest activity first. The cost doesn't grow with the number of unread messages. */
export class ProjectList {
  readonly #page: StatementSync;
  readonly #activity: StatementSync;
  readonly #positions: StatementSync;

  constructor(database: DatabaseSync) {
    this.#page = database.prepare(LIST_PROJECTS);
    this.#activity = database.prepare(
      `SELECT p.active_at FROM members m JOIN projects p ON p.id = m.project_id
       WHERE m.project_id = ? AND m.user_id = ?`,
    );
    this.#positions = database.prepare(
      "SELECT project_id, last_read_id, read_offset FROM members WHERE user_id = ?",
    );
  }

  /** Returns null if the user is not a member of the project `before`. */
  page({ userId, limit, before }: ProjectPageRequest): ProjectPage | null {
    let activity: unknown = END;
    if (before !== null) {
      const row = this.#activity.get(before, userId);
      if (row === undefined) return null;
      activity = row.active_at;
    }
    const rows = this.#page.all(userId, activity as number, before ?? END, limit + 1);
    const more = rows.length > limit;
    if (more) rows.pop();
    return { projects: (rows as unknown as SummaryRow[]).map(toSummary), more };
  }

  positions(userId: number): WatchedProjects["positions"] {
    return this.#positions.all(userId).map(({ project_id, last_read_id, read_offset }) => [
      project_id as number,
      { lastReadId: last_read_id as number, offset: read_offset as number },
    ]);
  }
}

function toSummary(row: SummaryRow): ProjectSummary {
  const { role, members, mentions, last_read_id, read_offset, last_ordinal } = row;
  return {
    ...toProject(row),
    role,
    members,
    unread: last_ordinal - read_offset,
    mentions,
    last_read_id,
    last_message: lastMessage(row),
  };
}

function lastMessage(row: SummaryRow): Message | null {
  if (row.last_id === null) return null;
  const text = [...row.last_message];
  const message: MessageRow = {
    id: row.last_id,
    room_id: row.id,
    username: row.last_username,
    message: text.slice(0, LISTED_TEXT).join(""),
    timestamp: row.last_timestamp,
    edited_at: row.last_edited_at,
    deleted_at: row.last_deleted_at,
    activity: null,
    task_id: row.last_task_id,
  };
  const listed = toMessage(message);
  if (text.length > LISTED_TEXT) listed.truncated = true;
  return listed;
}
