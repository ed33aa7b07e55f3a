import { join } from "node:path";
import { seemsMissing } from "../../files/file_exists.ts";
import {
  type DatabaseState,
  inspectDatabase,
} from "../../store/sqlite/inspect/inspect_database.ts";
import { type Finding, ok, size, wrong } from "./finding.ts";

/** Bytes of a WAL above which something keeps it from being emptied. */
const LARGE_WAL = 256_000_000;
/** Milliseconds by which a clock may be behind before it matters. */
const BEHIND = 60_000;
/** No clock that is right tells an earlier year. */
const FIRST_YEAR = 2026;

/** The state of a data folder. */
export interface InspectedData {
  findings: Finding[];
  /** Whether a server runs on it; null if that can't be found out. */
  inUse: boolean | null;
}

/** Checks the database and the secret in a data folder, and the clock. @param now in Unix milliseconds */
export function checkData(folder: string, now: number): InspectedData {
  const path = join(folder, "chung.db");
  if (seemsMissing(path)) return { findings: checkClock(null, now), inUse: false };
  const state = inspectDatabase(path);
  return {
    findings: [
      ...checkUse(state, folder),
      ...checkContents(state, path),
      ...checkWal(state, path),
      ...checkSecret(join(folder, "token_secret")),
      ...checkClock(state.newestTime, now),
    ],
    inUse: state.inUse,
  };
}

function checkUse({ inUse }: DatabaseState, folder: string): Finding[] {
  if (inUse === null) {
    return [wrong("server", "warning", [
      `it can't be told whether a server uses ${folder}, so the database was not read`,
      `không biết được có máy chủ nào đang dùng ${folder}, nên cơ sở dữ liệu chưa được đọc`,
    ], [
      "run this as the server's account",
      "chạy lệnh này bằng tài khoản của máy chủ",
    ])];
  }
  return [
    inUse
      ? ok(
        "server",
        `a server is using ${folder}; it was only read`,
        `một máy chủ đang dùng ${folder}; lệnh này chỉ đọc`,
      )
      : ok("server", `no server is using ${folder}`, `không có máy chủ nào đang dùng ${folder}`),
  ];
}

function checkContents(
  { schema, damage, unclosed, inUse }: DatabaseState,
  path: string,
): Finding[] {
  const findings: Finding[] = [];
  if (schema !== null) findings.push(checkSchema(schema, path));
  if (damage !== null && !(schema !== null && schema.version > schema.newest)) {
    findings.push(wrong(
      "database",
      "problem",
      [`the database can't be trusted: ${damage}`, `không thể tin cơ sở dữ liệu: ${damage}`],
      [
        "stop the server, keep a copy of the folder, and put a backup in its place (chung-server restore)",
        "tắt máy chủ, giữ lại một bản chép của thư mục, rồi khôi phục từ bản sao lưu (chung-server restore)",
      ],
    ));
  } else if (unclosed) {
    findings.push(wrong(
      "database",
      "warning",
      [
        "the server ended without closing the database, whose contents were not read: that would change its files",
        "máy chủ đã dừng mà chưa đóng cơ sở dữ liệu; nội dung chưa được đọc, vì đọc sẽ làm thay đổi các tệp",
      ],
      [
        "start the server, which loses nothing, and run this again",
        "khởi động máy chủ (không mất gì cả), rồi chạy lại lệnh này",
      ],
    ));
  } else if (inUse !== null) {
    findings.push(ok("database", `${path} is whole`, `${path} còn nguyên vẹn`));
  }
  return findings;
}

function checkSchema(
  { version, newest }: NonNullable<DatabaseState["schema"]>,
  path: string,
): Finding {
  if (version > newest) {
    return wrong("schema", "problem", [
      `${path} has schema version ${version}, and this program knows versions up to ${newest}`,
      `${path} có lược đồ phiên bản ${version}, còn chương trình này chỉ biết đến phiên bản ${newest}`,
    ], ["use a newer chung-server", "dùng chung-server mới hơn"]);
  }
  if (version < newest) {
    return wrong("schema", "warning", [
      `${path} has schema version ${version}: the next start brings it to ${newest}, and older servers can't use it then`,
      `${path} có lược đồ phiên bản ${version}: lần khởi động tới sẽ nâng lên ${newest}, sau đó máy chủ cũ không dùng được`,
    ], [
      "make a backup before you start this version",
      "sao lưu trước khi khởi động phiên bản này",
    ]);
  }
  return ok("schema", `schema version ${version}`, `lược đồ phiên bản ${version}`);
}

function checkWal({ walBytes }: DatabaseState, path: string): Finding[] {
  if (walBytes <= LARGE_WAL) {
    return [ok("wal", `the WAL has ${size(walBytes)}`, `WAL có ${size(walBytes)}`)];
  }
  return [wrong("wal", "warning", [
    `${path}-wal has ${size(walBytes)}: something keeps it from being emptied`,
    `${path}-wal có ${size(walBytes)}: có gì đó khiến tệp không được dọn`,
  ], [
    "end other programs that have the database open, then restart the server",
    "tắt các chương trình khác đang mở cơ sở dữ liệu, rồi khởi động lại máy chủ",
  ])];
}

/** Checks who may read the secret that signs tokens. */
function checkSecret(path: string): Finding[] {
  let mode: number | null;
  try {
    mode = Deno.statSync(path).mode;
  } catch {
    return [wrong("token_secret", "warning", [
      `${path} is missing: the next start makes a new one, and everybody has to log in again`,
      `thiếu ${path}: lần khởi động tới sẽ tạo khóa mới, và mọi người phải đăng nhập lại`,
    ], [
      "put it back if you still have it; after a restore it is as it should be",
      "đặt lại tệp nếu còn; sau khi khôi phục từ bản sao lưu thì như vậy là đúng",
    ])];
  }
  if (Deno.build.os !== "windows" && mode !== null && (mode & 0o077) !== 0) {
    return [wrong("token_secret", "problem", [
      `others can get at ${path}, with which they can act as anybody`,
      `người khác đọc được ${path}, nhờ đó giả làm bất cứ ai`,
    ], [
      `run chmod 600 ${path}; if somebody may have read it, remove it and restart: everybody logs in again`,
      `chạy chmod 600 ${path}; nếu có thể đã có người đọc, xóa tệp rồi khởi động lại: mọi người đăng nhập lại`,
    ])];
  }
  return [ok(
    "token_secret",
    "only its owner can read the secret of tokens",
    "chỉ chủ sở hữu đọc được khóa bí mật của token",
  )];
}

/** Compares the clock with the newest time in the database. */
function checkClock(newest: number | null, now: number): Finding[] {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = new Date(now).toISOString();
  const advice: [string, string] = [
    "set the clock, and let it be kept (NTP): messages and the log bear its time",
    "chỉnh lại đồng hồ và bật đồng bộ giờ (NTP): tin nhắn và nhật ký ghi theo giờ này",
  ];
  if (new Date(now).getUTCFullYear() < FIRST_YEAR) {
    return [wrong("clock", "problem", [
      `the clock tells ${time}, which is past`,
      `đồng hồ chỉ ${time}, đã qua từ lâu`,
    ], advice)];
  }
  if (newest !== null && newest > now + BEHIND) {
    const stored = new Date(newest).toISOString();
    return [wrong("clock", "problem", [
      `the clock tells ${time}, but the database has something of ${stored}`,
      `đồng hồ chỉ ${time}, nhưng cơ sở dữ liệu có mục ghi lúc ${stored}`,
    ], advice)];
  }
  return [ok(
    "clock",
    `the clock tells ${time}; the log's days are those of ${zone}`,
    `đồng hồ chỉ ${time}; ngày trong nhật ký theo múi giờ ${zone}`,
  )];
}
