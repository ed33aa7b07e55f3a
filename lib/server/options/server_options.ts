import { OptionError, type Options, type OptionTable } from "../../cli/options.ts";
import type { OptionGroup } from "../../cli/option_help.ts";
import { ACCOUNT_OPTIONS } from "./account_options.ts";
import { FIGURES_OPTIONS } from "./figures_options.ts";
import { BACKUP_OPTIONS, backupPlan } from "./backup_options.ts";
import { LIMIT_OPTIONS } from "./limit_options.ts";
import { countedActions, LOG_OPTIONS } from "./log_options.ts";
import { MESSAGE_OPTIONS } from "./message_options.ts";

/** The address to listen on and the folders. */
const PLACE_OPTIONS = {
  host: {
    env: "CHUNG_HOST",
    value: "ADDRESS",
    default: "127.0.0.1",
    host: true,
    help: { en: "address to listen on", vi: "địa chỉ để lắng nghe" },
  },
  port: {
    env: "CHUNG_PORT",
    value: "PORT",
    default: 7070,
    max: 65_535,
    help: {
      en: "port to listen on; 0 selects a free one",
      vi: "cổng để lắng nghe; 0 là cổng trống",
    },
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
      en: "certificate chain (PEM); requires TLS of all clients; SIGHUP reloads it",
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
      en: "end when standard input ends, for use by a parent process",
      vi: "tắt khi đầu vào chuẩn kết thúc, dành cho chương trình khởi động máy chủ",
    },
  },
} as const satisfies OptionTable;

/** The options of the server (docs/PROTOCOL.md, "Limits"; docs/OPERATING.md, "Options"). */
export const SERVER_OPTIONS = {
  ...PLACE_OPTIONS,
  ...ACCOUNT_OPTIONS,
  ...LOG_OPTIONS,
  ...MESSAGE_OPTIONS,
  ...FIGURES_OPTIONS,
  ...BACKUP_OPTIONS,
  ...LIMIT_OPTIONS,
};

/** The same options, grouped for `--help`. */
export const SERVER_OPTION_GROUPS: OptionGroup[] = [
  {
    title: {
      en: "Options (environment variable, default)",
      vi: "Tùy chọn (biến môi trường, mặc định)",
    },
    subject: { en: "Address and folders", vi: "Địa chỉ và thư mục" },
    options: PLACE_OPTIONS,
  },
  { title: { en: "Accounts", vi: "Tài khoản" }, options: ACCOUNT_OPTIONS },
  { title: { en: "Audit log", vi: "Nhật ký" }, options: LOG_OPTIONS },
  {
    title: { en: "Messages to the operator", vi: "Thông báo cho người vận hành" },
    options: MESSAGE_OPTIONS,
  },
  { title: { en: "Health and figures", vi: "Tình trạng và số liệu" }, options: FIGURES_OPTIONS },
  { title: { en: "Backups", vi: "Sao lưu" }, options: BACKUP_OPTIONS },
  { title: { en: "Limits", vi: "Giới hạn" }, options: LIMIT_OPTIONS },
];

export type ServerOptions = Options<typeof SERVER_OPTIONS>;

/** @throws {OptionError} if options that are valid each by themselves don't belong together */
export function assertConsistent(options: ServerOptions): void {
  if ((options["tls-cert"] === "") !== (options["tls-key"] === "")) {
    throw new OptionError(
      "--tls-cert (CHUNG_TLS_CERT) and --tls-key (CHUNG_TLS_KEY) belong together: set both or neither",
    );
  }
  backupPlan(options);
  countedActions(options["log-skip"]);
}
