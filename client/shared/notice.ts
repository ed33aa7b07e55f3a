import { isTaskStatus, type TaskStatus } from "../../lib/model/task.ts";
import { isTaskPlace, type TaskPlace } from "./board/task_place.ts";

const DEEDS = [
  "had_account",
  "removed",
  "transferred",
  "left",
  "rejoined",
  "archived",
  "restored",
  "renamed",
  "task_moved",
  "task_deleted",
  "name_set",
  "name_removed",
  "password_changed",
  "login_ended",
  "logins_ended",
  "made_admin",
  "made_user",
  "stepped_down",
  "password_reset",
  "disabled",
  "enabled",
  "invitation_revoked",
] as const;

/** Deeds of no project that name nobody. */
const ALONE = [
  "had_account",
  "name_removed",
  "password_changed",
  "login_ended",
  "logins_ended",
  "stepped_down",
  "invitation_revoked",
];
/** Deeds of no project that name a user. */
const ABOUT_SOMEBODY = ["made_admin", "made_user", "password_reset", "disabled", "enabled"];

/** Something that the person has just done, which the next page tells. */
export interface Notice {
  did: typeof DEEDS[number];
  /** The project that it was done to; absent where it was none. */
  project?: { id: number; name: string };
  /** The person whom it was done to, the project's or the person's name, or the task's title. */
  about?: string;
  /** The task that it was done to, where it was before a move, and whether it was done among the person's tasks. */
  task?: { id: number; status: TaskStatus; was?: TaskPlace; back?: "tasks" };
}

/** Characters of the longest name that is told. */
const LONGEST_NAME = 255;

/** A username as the server knows them, older ones included. */
const USERNAME = /^[A-Za-z0-9._-]{1,255}$/;

/** Whether anything may be a notice: it comes from a cookie, of another version perhaps. */
export function isNotice(value: unknown): value is Notice {
  if (typeof value !== "object" || value === null) return false;
  const { did, project, about, task } = value as Record<string, unknown>;
  if (typeof did !== "string" || !(DEEDS as readonly string[]).includes(did)) return false;
  if (ALONE.includes(did)) return true;
  if (ABOUT_SOMEBODY.includes(did)) return isText(about) && USERNAME.test(about);
  if (did === "name_set") return isText(about);
  if (!isProject(project)) return false;
  if (did === "removed" || did === "transferred") return isText(about) && USERNAME.test(about);
  if (did === "task_moved" || did === "task_deleted") return isText(about) && isTask(task);
  return did !== "renamed" || isText(about);
}

function isProject(value: unknown): value is Notice["project"] {
  if (typeof value !== "object" || value === null) return false;
  const { id, name } = value as Record<string, unknown>;
  return Number.isSafeInteger(id) && (id as number) > 0 && isText(name);
}

function isTask(value: unknown): value is Notice["task"] {
  if (typeof value !== "object" || value === null) return false;
  const { id, status, was, back } = value as Record<string, unknown>;
  return Number.isSafeInteger(id) && (id as number) > 0 && typeof status === "string" &&
    isTaskStatus(status) && (was === undefined || isTaskPlace(was)) &&
    (back === undefined || back === "tasks");
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && [...value].length <= LONGEST_NAME;
}
