import type { OptionTable } from "../../cli/options.ts";

/** Options about the messages to the operator on standard error. */
export const MESSAGE_OPTIONS = {
  "log-format": {
    env: "CHUNG_LOG_FORMAT",
    value: "text|json",
    default: "text",
    choices: ["text", "json"],
    help: {
      en: "form of the messages on standard error: plain text, or an object of JSON a line",
      vi: "dạng của thông báo ở đầu ra lỗi: văn bản thuần, hoặc mỗi dòng một đối tượng JSON",
    },
  },
  "log-level": {
    env: "CHUNG_LOG_LEVEL",
    value: "debug|info|warning|error",
    default: "info",
    choices: ["debug", "info", "warning", "error"],
    help: {
      en: "the least important messages that are written there",
      vi: "chỉ ghi ra đó những thông báo từ mức này trở lên",
    },
  },
} as const satisfies OptionTable;
