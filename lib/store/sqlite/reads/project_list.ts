import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Message } from "../../../model/message.ts";
import type { MemberRole } from "../../../model/project.ts";
import type { WatchedProject } from "../../store.ts";
import { type MessageRow, type ProjectRow, toMessage, toProject } from "../rows.ts";

/** A row of LIST_PROJECTS; the columns of the last message, except `last_ordinal`, are null if the room is empty. */
type SummaryRow = ProjectRow & {
  role: MemberRole;
  members: number;
  last_read_id: number;
  read_offset: number;
  mentions: number;
  last_id: number | null;
  last_ordinal: number;
  last_username: string;
  last_message: string;
  last_timestamp: number;
  last_edited_at: number | null;
  last_deleted_at: number | null;
};

const LIST_PROJECTS = `
  SELECT p.id, p.name, owner.username AS owner, p.created_at, p.archived_at,
    iif(p.owner = m.user_id, 'owner', 'member') AS role,
    (SELECT count(*) FROM members WHERE project_id = p.id) AS members,
    m.last_read_id, m.read_offset,
    (SELECT count(*) FROM mentions WHERE user_id = m.user_id AND project_id = p.id
       AND message_id > m.last_read_id) AS mentions,
    last.id AS last_id, coalesce(last.ordinal, 0) AS last_ordinal,
    author.username AS last_username, last.message AS last_message,
    last.timestamp AS last_timestamp, last.edited_at AS last_edited_at,
    last.deleted_at AS last_deleted_at
  FROM members m
    JOIN projects p ON p.id = m.project_id
    JOIN users owner ON owner.id = p.owner
    LEFT JOIN chats last ON last.id = (SELECT max(id) FROM chats WHERE room_id = p.id)
    LEFT JOIN users author ON author.id = last.user
  WHERE m.user_id = ?
  ORDER BY coalesce(last.timestamp, p.created_at) DESC, p.id DESC`;

/** Lists a user's projects, latest activity first. The cost doesn't grow with the number of unread messages. */
export class ProjectList {
  readonly #statement: StatementSync;

  constructor(database: DatabaseSync) {
    this.#statement = database.prepare(LIST_PROJECTS);
  }

  of(userId: number): WatchedProject[] {
    return (this.#statement.all(userId) as unknown as SummaryRow[]).map(toWatchedProject);
  }
}

function toWatchedProject(row: SummaryRow): WatchedProject {
  const { role, members, mentions, last_read_id, read_offset, last_ordinal } = row;
  return {
    summary: {
      ...toProject(row),
      role,
      members,
      unread: last_ordinal - read_offset,
      mentions,
      last_read_id,
      last_message: lastMessage(row),
    },
    offset: read_offset,
  };
}

function lastMessage(row: SummaryRow): Message | null {
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
