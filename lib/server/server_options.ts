import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import type { OptionGroup, Options, OptionTable } from "../cli/options.ts";

/** Where the server listens, and what it keeps. */
const PLACES = {
  host: {
    env: "CHUNG_HOST",
    value: "ADDRESS",
    default: "127.0.0.1",
    help: { en: "address to listen on", vi: "địa chỉ để lắng nghe" },
  },
  port: {
    env: "CHUNG_PORT",
    value: "PORT",
    default: 7070,
    max: 65_535,
    help: { en: "port to listen on; 0 takes a free one", vi: "cổng để lắng nghe; 0 là cổng trống" },
  },
  data: {
    env: "CHUNG_DATA",
    value: "DIR",
    default: "./data",
    help: { en: "folder of the database", vi: "thư mục của cơ sở dữ liệu" },
  },
  log: {
    env: "CHUNG_LOG",
    value: "DIR",
    default: "./log",
    help: { en: "folder of the audit log", vi: "thư mục của nhật ký" },
  },
  "tls-cert": {
    env: "CHUNG_TLS_CERT",
    value: "FILE",
    default: "",
    help: {
      en: "certificate chain (PEM), to be reached by TLS alone; read again on SIGHUP",
      vi: "chuỗi chứng chỉ (PEM), để chỉ nhận kết nối TLS; đọc lại khi có SIGHUP",
    },
  },
  "tls-key": {
    env: "CHUNG_TLS_KEY",
    value: "FILE",
    default: "",
    help: { en: "private key of the certificate (PEM)", vi: "khóa riêng của chứng chỉ (PEM)" },
  },
  "end-with-input": {
    env: "CHUNG_END_WITH_INPUT",
    default: false,
    help: {
      en: "end when standard input does, for a program that starts this one",
      vi: "tắt khi đầu vào chuẩn kết thúc, dành cho chương trình khởi động máy chủ",
    },
  },
} as const satisfies OptionTable;

const ACCOUNTS = {
  registration: {
    env: "CHUNG_REGISTRATION",
    value: "open|closed",
    default: "open",
    choices: ["open", "closed"],
    help: { en: "whether reg makes new accounts", vi: "reg có tạo tài khoản mới hay không" },
  },
  "bcrypt-cost": {
    env: "CHUNG_BCRYPT_COST",
    value: "N",
    default: 10,
    min: 10,
    max: 15,
    help: {
      en: "work to hash a password; each step doubles it",
      vi: "công sức băm mật khẩu; mỗi bậc là gấp đôi",
    },
  },
  "max-username": {
    env: "CHUNG_MAX_USERNAME",
    value: "N",
    default: DEFAULT_LIMITS.maxUsername,
    min: 1,
    max: 255,
    help: {
      en: "longest username in characters",
      vi: "tên đăng nhập dài nhất, tính bằng ký tự",
    },
  },
  "min-password": {
    env: "CHUNG_MIN_PASSWORD",
    value: "N",
    default: DEFAULT_LIMITS.minPassword,
    min: 1,
    max: 72,
    help: { en: "shortest password in characters", vi: "mật khẩu ngắn nhất, tính bằng ký tự" },
  },
  "max-password": {
    env: "CHUNG_MAX_PASSWORD",
    value: "BYTES",
    default: DEFAULT_LIMITS.maxPassword,
    min: 1,
    max: 72,
    help: {
      en: "longest password in bytes; bcrypt reads no more than 72",
      vi: "mật khẩu dài nhất, tính bằng byte; bcrypt chỉ đọc 72",
    },
  },
  "token-seconds": {
    env: "CHUNG_TOKEN_SECONDS",
    value: "S",
    default: DEFAULT_LIMITS.tokenSeconds,
    min: 1,
    max: 10 * 365 * 24 * 60 * 60,
    help: { en: "how long a token is good", vi: "thời hạn của token" },
  },
  "max-failed-logins": {
    env: "CHUNG_MAX_FAILED_LOGINS",
    value: "N",
    default: DEFAULT_LIMITS.maxFailedLogins,
    min: 1,
    help: {
      en: "failed logins in a row, of one name from one address, before it has to wait",
      vi: "số lần đăng nhập sai liên tiếp, của một tên từ một địa chỉ, trước khi phải chờ",
    },
  },
  "login-wait-seconds": {
    env: "CHUNG_LOGIN_WAIT_SECONDS",
    value: "S",
    default: DEFAULT_LIMITS.loginWaitSeconds,
    min: 1,
    max: 86_400,
    help: {
      en: "the first such wait; each further failure doubles it",
      vi: "lần chờ đầu tiên; mỗi lần sai thêm là gấp đôi",
    },
  },
  "max-login-wait-seconds": {
    env: "CHUNG_MAX_LOGIN_WAIT_SECONDS",
    value: "S",
    default: DEFAULT_LIMITS.maxLoginWaitSeconds,
    min: 1,
    max: 86_400,
    help: { en: "the longest such wait", vi: "lần chờ dài nhất" },
  },
} as const satisfies OptionTable;

const LIMITS = {
  "max-line": {
    env: "CHUNG_MAX_LINE",
    value: "BYTES",
    default: DEFAULT_LIMITS.maxLine,
    min: 1024,
    max: 16 * 1024 * 1024,
    help: {
      en: "longest request line, with its LF",
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
      en: "longest project name in characters",
      vi: "tên dự án dài nhất, tính bằng ký tự",
    },
  },
  "max-message": {
    env: "CHUNG_MAX_MESSAGE",
    value: "N",
    default: DEFAULT_LIMITS.maxMessage,
    min: 1,
    max: 1_000_000,
    help: { en: "longest message in characters", vi: "tin nhắn dài nhất, tính bằng ký tự" },
  },
  "max-connections": {
    env: "CHUNG_MAX_CONNECTIONS",
    value: "N",
    default: DEFAULT_LIMITS.maxConnections,
    min: 100,
    max: 1_000_000,
    help: { en: "simultaneous connections", vi: "số kết nối cùng lúc" },
  },
  "max-connections-per-address": {
    env: "CHUNG_MAX_CONNECTIONS_PER_ADDRESS",
    value: "N",
    default: DEFAULT_LIMITS.maxConnectionsPerAddress,
    min: 1,
    max: 1_000_000,
    help: {
      en: "simultaneous connections from one address; loopback is exempt",
      vi: "số kết nối cùng lúc từ một địa chỉ, không tính loopback",
    },
  },
  "max-new-connections": {
    env: "CHUNG_MAX_NEW_CONNECTIONS",
    value: "N",
    default: DEFAULT_LIMITS.maxNewConnections,
    min: 1,
    max: 1_000_000,
    help: {
      en: "new connections from one address in a minute; loopback is exempt",
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
      en: "silence after which a connection that never showed a valid token is closed",
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
      en: "how long one line may take on such a connection before it is closed",
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
      en: "unread output of one connection before it is closed",
      vi: "lượng dữ liệu chưa đọc của một kết nối trước khi bị đóng",
    },
  },
} as const satisfies OptionTable;

/** The options of the server (docs/PROTOCOL.md, "Limits"; docs/OPERATING.md, "Options"). */
export const SERVER_OPTIONS = { ...PLACES, ...ACCOUNTS, ...LIMITS };

/** The same as `--help` has them. */
export const SERVER_OPTION_GROUPS: OptionGroup[] = [
  {
    title: {
      en: "Options (environment variable, default)",
      vi: "Tùy chọn (biến môi trường, mặc định)",
    },
    options: PLACES,
  },
  { title: { en: "Accounts", vi: "Tài khoản" }, options: ACCOUNTS },
  { title: { en: "Limits", vi: "Giới hạn" }, options: LIMITS },
];

export type ServerOptions = Options<typeof SERVER_OPTIONS>;

/** The limits among the options. */
export function limitsFrom(options: ServerOptions): Limits {
  return {
    maxLine: options["max-line"],
    maxUsername: options["max-username"],
    minPassword: options["min-password"],
    maxPassword: options["max-password"],
    maxProjectName: options["max-project-name"],
    maxMessage: options["max-message"],
    tokenSeconds: options["token-seconds"],
    maxConnections: options["max-connections"],
    maxFailedLogins: options["max-failed-logins"],
    loginWaitSeconds: options["login-wait-seconds"],
    maxLoginWaitSeconds: options["max-login-wait-seconds"],
    maxConnectionsPerAddress: options["max-connections-per-address"],
    maxNewConnections: options["max-new-connections"],
    idleSeconds: options["idle-seconds"],
    lineSeconds: options["line-seconds"],
    maxOutput: options["max-output"],
  };
}
