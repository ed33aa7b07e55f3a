import type { Message } from "../../lib/model/message.ts";
import type { Member, MemberRole, Project } from "../../lib/model/project.ts";
import type { LogTasks } from "./log/log_tasks.ts";
import type { Cursor } from "./cursor.ts";

/** The initial state of a room's page: its newest messages, or those around one of them. */
export interface RoomView {
  project: Project;
  role: MemberRole;
  members: Member[];
  /** Oldest first. */
  messages: Message[];
  /** The tasks that were made of `messages`, where there are any. */
  tasks?: LogTasks;
  /** Whether older messages exist before `messages`. */
  more: boolean;
  /** Whether newer messages exist after `messages`. */
  newer: boolean;
  /** Where live events resume: the newest message, edit and deletion when the page was rendered. */
  cursor: Cursor;
  /** Messages of others after `last_read_id`, and how many of those mention the user. */
  unread: number;
  mentions: number;
  last_read_id: number;
}
