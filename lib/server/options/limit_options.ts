import { DEFAULT_LIMITS } from "../../model/limits.ts";
import type { OptionTable } from "../../cli/options.ts";

/** Options about the sizes of what is sent and stored, and about connections. */
export const LIMIT_OPTIONS = {
  "max-line": {
    env: "CHUNG_MAX_LINE",
    value: "BYTES",
    default: DEFAULT_LIMITS.maxLine,
    min: 1024,
    max: 16 * 1024 * 1024,
    help: {
      en: "maximum length of a request line, including its LF",
      vi: "dòng yêu cầu dài nhất, kể cả LF",
    },
  },
  "max-project-name": {
    env: "CHUNG_MAX_PROJECT_NAME",
    value: "N",
    default: DEFAULT_LIMITS.maxProjectName,
    min: 1,
    max: 10_000,
    help: {
      en: "maximum length of a project name in characters",
      vi: "tên dự án dài nhất, tính bằng ký tự",
    },
  },
  "max-projects": {
    env: "CHUNG_MAX_PROJECTS",
    value: "N",
    default: DEFAULT_LIMITS.maxProjects,
    min: 1,
    max: 1_000_000,
    help: {
      en: "maximum number of projects that one account can make",
      vi: "số dự án mà một tài khoản được tạo",
    },
  },
  "max-title": {
    env: "CHUNG_MAX_TITLE",
    value: "N",
    default: DEFAULT_LIMITS.maxTitle,
    min: 1,
    max: 10_000,
    help: {
      en: "maximum length of a task's title in characters",
      vi: "tên công việc dài nhất, tính bằng ký tự",
    },
  },
  "max-notes": {
    env: "CHUNG_MAX_NOTES",
    value: "N",
    default: DEFAULT_LIMITS.maxNotes,
    min: 1,
    max: 1_000_000,
    help: {
      en: "maximum length of a task's notes in characters",
      vi: "ghi chú dài nhất của một công việc, tính bằng ký tự",
    },
  },
  "max-message": {
    env: "CHUNG_MAX_MESSAGE",
    value: "N",
    default: DEFAULT_LIMITS.maxMessage,
    min: 1,
    max: 1_000_000,
    help: {
      en: "maximum length of a message in characters",
      vi: "tin nhắn dài nhất, tính bằng ký tự",
    },
  },
  "max-connections": {
    env: "CHUNG_MAX_CONNECTIONS",
    value: "N",
    default: DEFAULT_LIMITS.maxConnections,
    min: 100,
    max: 1_000_000,
    help: { en: "maximum number of simultaneous connections", vi: "số kết nối cùng lúc" },
  },
  "max-connections-per-address": {
    env: "CHUNG_MAX_CONNECTIONS_PER_ADDRESS",
    value: "N",
    default: DEFAULT_LIMITS.maxConnectionsPerAddress,
    min: 1,
    max: 1_000_000,
    help: {
      en: "the same from one address; loopback is exempt",
      vi: "số kết nối cùng lúc từ một địa chỉ, không tính loopback",
    },
  },
  "max-connections-per-account": {
    env: "CHUNG_MAX_CONNECTIONS_PER_ACCOUNT",
    value: "N",
    default: DEFAULT_LIMITS.maxConnectionsPerAccount,
    min: 1,
    max: 1_000_000,
    help: {
      en: "the same of one account, on loopback too",
      vi: "số kết nối cùng lúc của một tài khoản, kể cả trên loopback",
    },
  },
  "max-new-connections": {
    env: "CHUNG_MAX_NEW_CONNECTIONS",
    value: "N",
    default: DEFAULT_LIMITS.maxNewConnections,
    min: 1,
    max: 1_000_000,
    help: {
      en: "maximum number of new connections from one address per minute; loopback is exempt",
      vi: "số kết nối mới từ một địa chỉ trong một phút, không tính loopback",
    },
  },
  "idle-seconds": {
    env: "CHUNG_IDLE_SECONDS",
    value: "S",
    default: DEFAULT_LIMITS.idleSeconds,
    min: 1,
    max: 86_400,
    help: {
      en: "silence after which a connection without a valid token is closed",
      vi: "im lặng bao lâu thì đóng kết nối chưa từng đưa ra token hợp lệ",
    },
  },
  "line-seconds": {
    env: "CHUNG_LINE_SECONDS",
    value: "S",
    default: DEFAULT_LIMITS.lineSeconds,
    min: 1,
    max: 86_400,
    help: {
      en: "time after which such a connection is closed if a line is incomplete",
      vi: "một dòng được gửi trong bao lâu trên kết nối như vậy trước khi bị đóng",
    },
  },
  "max-output": {
    env: "CHUNG_MAX_OUTPUT",
    value: "BYTES",
    default: DEFAULT_LIMITS.maxOutput,
    min: 64 * 1024,
    max: 1024 * 1024 * 1024,
    help: {
      en: "maximum unread output of one connection before it is closed",
      vi: "lượng dữ liệu chưa đọc của một kết nối trước khi bị đóng",
    },
  },
} as const satisfies OptionTable;
