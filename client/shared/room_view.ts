import type { Message } from "../../lib/model/message.ts";
import type { Member, MemberRole, Project } from "../../lib/model/project.ts";
import type { Cursor } from "./cursor.ts";

/** A room as its page shows it first: its newest messages, or those around one of them. */
export interface RoomView {
  project: Project;
  role: MemberRole;
  members: Member[];
  /** Oldest first. */
  messages: Message[];
  /** Whether older messages exist. */
  more: boolean;
  /** Whether newer messages exist than `messages` holds. */
  newer: boolean;
  /** Where live events go on: the newest message, and the newest edit or deletion, when the page was made. */
  cursor: Cursor;
  /** Messages of others after `last_read_id`, and how many of them mention the person. */
  unread: number;
  mentions: number;
  last_read_id: number;
}
