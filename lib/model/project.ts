import { ChungError } from "../errors.ts";
import type { Limits } from "./limits.ts";
import type { Message } from "./message.ts";
import { isVisible } from "./visible_text.ts";

export type MemberRole = "owner" | "member";

/** A project (docs/PROTOCOL.md, "Objects"). */
export interface Project {
  id: number;
  name: string;
  /** The owner's username. */
  owner: string;
  /** ISO 8601 UTC with milliseconds. */
  created_at: string;
  /** Whether nothing may be written in it; absent otherwise. */
  archived?: true;
}

/** A member of a project (docs/PROTOCOL.md, "Objects"). */
export interface Member {
  username: string;
  /** The display name; absent where there is none. */
  name?: string;
  role: MemberRole;
  /** Whether any of the member's connections is in the room. */
  online: boolean;
}

/** A project as listed by the action `projects`. */
export interface ProjectSummary extends Project {
  role: MemberRole;
  members: number;
  /** Messages of others after `last_read_id`. */
  unread: number;
  /** The number of unread messages that mention the user. */
  mentions: number;
  /** The id of the last message that the user has read; 0 for none. */
  last_read_id: number;
  last_message: Message | null;
}

/** @throws {ChungError} `invalid_project_name` */
export function assertProjectName(name: string, limits: Limits): void {
  const tooLong = [...name].length > limits.maxProjectName;
  // Zl and Zp, U+2028 and U+2029, break lines too.
  if (tooLong || !isVisible(name) || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) {
    throw new ChungError(
      "invalid_project_name",
      `a project name has 1 to ${limits.maxProjectName} characters on one line, not only invisible ones`,
    );
  }
}
