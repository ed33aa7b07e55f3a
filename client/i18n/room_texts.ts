import type { Language } from "./language.ts";
import { t } from "./translate.ts";
import type { MessageKey } from "./vi.ts";

/** What the room's island says; all plain texts, so that no table and no plural rules go to the browser. */
const ROOM_KEYS = [
  "chat_log",
  "empty_room",
  "older_messages",
  "message_field",
  "message_placeholder",
  "send",
  "sending",
  "not_sent",
  "send_again",
  "edit_again",
  "new_messages",
  "deleted_message",
  "members",
  "in_room",
  "role_owner",
  "you",
  "add_members",
  "add_members_hint",
  "add",
  "members_added",
  "members_already",
  "user_entered",
  "user_left",
  "user_added",
  "user_removed",
  "user_left_project",
  "connection_lost",
  "room_paused",
  "room_ended_logged_out",
  "room_ended_not_a_member",
  "log_in",
  "all_projects",
  "error_unreachable",
  "error_internal",
] as const satisfies readonly MessageKey[];

export type RoomTexts = Record<typeof ROOM_KEYS[number], string>;

/** The island's texts in one language, with their `{names}` still to be filled in. */
export function roomTexts(language: Language): RoomTexts {
  return Object.fromEntries(ROOM_KEYS.map((key) => [key, t(language, key)])) as RoomTexts;
}
