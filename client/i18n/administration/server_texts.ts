import type { Language } from "../language.ts";
import { textsOf } from "../translate.ts";
import type { MessageKey } from "../vi.ts";

const SERVER_KEYS = [
  "figures_last_day",
  "figures_at",
  "figures_none",
  "figures_down",
  "figures_table",
  "figure_connections",
  "figure_messages",
  "figure_messages_in",
  "figure_delivery",
  "figure_sizes",
  "figure_median",
  "figure_slowest",
  "figure_store",
  "figure_log",
  "figure_at_most",
  "figure_not_running",
  "figure_no_value",
  "figure_time",
  "state_entered",
  "state_messages",
  "state_users",
  "state_projects",
  "state_tasks",
  "state_requests",
  "state_errors",
  "state_uptime",
  "state_version",
  "backup_title",
  "backup_none",
  "backup_last",
  "backup_never",
  "backup_failed",
  "backup_next",
  "error_unreachable",
  "error_unknown_outcome",
] as const satisfies readonly MessageKey[];

/** Texts of the island of the server's state. */
export interface ServerTexts {
  language: Language;
  texts: Record<typeof SERVER_KEYS[number], string>;
}

export function serverTexts(language: Language): ServerTexts {
  return { language, texts: textsOf(language, SERVER_KEYS) };
}
