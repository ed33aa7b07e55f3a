import { OptionError, type OptionTable } from "../../cli/options.ts";

/** Reads, of which a web client sends many, and which change nothing: only these can be counted. */
const COUNTABLE: readonly string[] = [
  ...[
    "ping",
    "whoami",
    "help",
    "projects",
    "members",
    "enter",
    "leave",
    "history",
    "read",
    "watch",
  ],
  ...["search", "search_all", "tasks", "my_tasks", "task_history", "file"],
  ...["sessions", "users", "invitations", "settings", "log_days", "logs", "stats"],
];
const NONE = "none";

/** Options about the audit log's growth. */
export const LOG_OPTIONS = {
  "log-keep-days": {
    env: "CHUNG_LOG_KEEP_DAYS",
    value: "N",
    default: 0,
    max: 36_500,
    help: {
      en: "remove days of the log that are older than N days; 0 keeps all",
      vi: "xóa những ngày nhật ký cũ hơn N ngày; 0 là giữ tất cả",
    },
  },
  "log-compress-after": {
    env: "CHUNG_LOG_COMPRESS_AFTER",
    value: "DAYS",
    default: 0,
    max: 36_500,
    help: {
      en: "compress days of the log that are as old as that (gzip); 0 compresses none",
      vi: "nén (gzip) những ngày nhật ký đã được bấy nhiêu ngày; 0 là không nén",
    },
  },
  "log-skip": {
    env: "CHUNG_LOG_SKIP",
    value: "ACTIONS",
    default: "ping,logs,stats",
    multiple: true,
    help: {
      en: "reads that the log counts once a minute, instead of one by one; or none",
      vi: "những thao tác đọc mà nhật ký chỉ đếm mỗi phút một lần, thay vì ghi từng lần; hoặc none",
    },
  },
} as const satisfies OptionTable;

/**
 * Reads the value of `--log-skip`.
 * @throws {OptionError} if it names anything but reads: what changes something always stands in the log
 */
export function countedActions(value: string): Set<string> {
  const words = value.toLowerCase().split(",").map((word) => word.trim()).filter((word) =>
    word !== "" && word !== NONE
  );
  const refused = words.find((word) => !COUNTABLE.includes(word));
  if (refused !== undefined) {
    throw new OptionError(
      `--log-skip (CHUNG_LOG_SKIP) can't leave out ${JSON.stringify(refused)}: only ` +
        `${COUNTABLE.join(", ")} or ${NONE}`,
    );
  }
  return new Set(words);
}
