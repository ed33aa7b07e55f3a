import { accessSync, constants, statfsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Finding, ok, size, wrong } from "./finding.ts";

const GIGABYTE = 1_000_000_000;
/** Free bytes below which the server will soon fail, and below which it is time to act. */
const TOO_LITTLE = 0.1 * GIGABYTE;
const LITTLE = GIGABYTE;
/** Days for which the free space should last. */
const ENOUGH_DAYS = 30;

/** Checks that a folder can be used, and by nobody else. @param check "data" or "log" */
export function checkFolder(check: "data" | "log", folder: string): Finding[] {
  const option = `--${check} (CHUNG_${check.toUpperCase()})`;
  let info: Deno.FileInfo;
  try {
    info = Deno.statSync(folder);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [missingFolder(check, folder, option)];
    return [unusable(check, folder, option)];
  }
  if (!info.isDirectory) {
    return [wrong(
      check,
      "problem",
      [`${folder} is not a folder`, `${folder} không phải là thư mục`],
      [`choose another with ${option}`, `chọn thư mục khác bằng ${option}`],
    )];
  }
  if (!isAllowed(folder, constants.R_OK | constants.W_OK | constants.X_OK)) {
    return [unusable(check, folder, option)];
  }
  const findings = [...checkOwner(check, folder, info), ...checkMode(check, folder, info)];
  return findings.length > 0 ? findings : [ok(
    check,
    `${folder} can be written, and others can't get at it`,
    `${folder} ghi được, và người khác không vào được`,
  )];
}

function missingFolder(check: string, folder: string, option: string): Finding {
  let parent = resolve(folder);
  do parent = dirname(parent); while (!isAllowed(parent, constants.F_OK));
  return isAllowed(parent, constants.W_OK | constants.X_OK)
    ? ok(
      check,
      `${folder} doesn't exist yet: the first start makes it`,
      `${folder} chưa có: lần chạy đầu tiên sẽ tạo`,
    )
    : wrong(
      check,
      "problem",
      [
        `${folder} doesn't exist, and this account can't make it in ${parent}`,
        `${folder} chưa có, và tài khoản này không tạo được trong ${parent}`,
      ],
      [
        `make it for the server's account, or choose another with ${option}`,
        `tạo thư mục cho tài khoản của máy chủ, hoặc chọn thư mục khác bằng ${option}`,
      ],
    );
}

function unusable(check: string, folder: string, option: string): Finding {
  return wrong(
    check,
    "problem",
    [
      `this account can't read and write ${folder}`,
      `tài khoản này không đọc và ghi được ${folder}`,
    ],
    [
      `run this as the server's account, give that the folder, or choose another with ${option}`,
      `chạy lệnh này bằng tài khoản của máy chủ, giao thư mục cho tài khoản ấy, hoặc chọn thư mục khác bằng ${option}`,
    ],
  );
}

function checkOwner(check: string, folder: string, info: Deno.FileInfo): Finding[] {
  const account = Deno.build.os === "windows" ? null : Deno.uid();
  if (account === null || info.uid === account) return [];
  return [wrong(
    check,
    "warning",
    [
      `${folder} belongs to another account (${info.uid}; this is ${account})`,
      `${folder} thuộc về tài khoản khác (${info.uid}; đây là ${account})`,
    ],
    [
      "run the server and this command as the account that owns the folder",
      "chạy máy chủ và lệnh này bằng tài khoản sở hữu thư mục",
    ],
  )];
}

/**
 * A group may read the log, as the server makes it; nobody else the data. Names of days are all that reading the log's
 * folder tells, since those of the days have a mode of their own.
 */
function checkMode(check: "data" | "log", folder: string, { mode }: Deno.FileInfo): Finding[] {
  const [wanted, others] = check === "data" ? ["700", 0o077] : ["750", 0o027];
  if (Deno.build.os === "windows" || mode === null || (mode & others) === 0) return [];
  const octal = (mode & 0o777).toString(8);
  return [wrong(
    check,
    check === "data" || (mode & 0o022) !== 0 ? "problem" : "warning",
    [
      `others can get at ${folder} (mode ${octal})`,
      `người khác vào được ${folder} (quyền ${octal})`,
    ],
    [`run chmod ${wanted} ${folder}`, `chạy chmod ${wanted} ${folder}`],
  )];
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** Checks the free space on the disk of a folder, or of the nearest one above that exists. */
export function checkSpace(folder: string, free = freeBytes(folder)): Finding[] {
  const level = free < TOO_LITTLE ? "problem" : free < LITTLE ? "warning" : "ok";
  const says: [string, string] = [
    `${size(free)} are free for ${folder}`,
    `còn trống ${size(free)} cho ${folder}`,
  ];
  if (level === "ok") return [ok("space", ...says)];
  return [wrong("space", level, says, [
    "make room: without any, nothing more is stored",
    "dọn bớt ổ đĩa: khi hết chỗ thì không lưu được gì nữa",
  ])];
}

/** Free bytes for this account. */
function freeBytes(folder: string): number {
  let at = resolve(folder);
  while (!isAllowed(at, constants.F_OK)) at = dirname(at);
  const { bavail, bsize } = statfsSync(at);
  return bavail * bsize;
}

/** Checks how long the free space lasts for the log, by its size in the last seven days before today's. */
export function checkLogGrowth(folder: string, free?: number): Finding[] {
  if (!isAllowed(folder, constants.R_OK | constants.X_OK)) return [];
  const days = [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => /^\d\d_\d\d_\d{4}$/.test(name))
    .sort((a, b) => inOrder(a) < inOrder(b) ? 1 : -1).slice(1, 8);
  if (days.length === 0) {
    return [ok("log_growth", "the log has no full day yet", "nhật ký chưa có ngày nào trọn vẹn")];
  }
  const bytes = days.reduce((sum, day) => sum + bytesIn(join(folder, day)), 0);
  const daily = bytes / days.length;
  const left = Math.floor((free ?? freeBytes(folder)) / Math.max(1, daily));
  const says: [string, string] = [
    `the log grows by ${size(daily)} a day`,
    `nhật ký tăng ${size(daily)} mỗi ngày`,
  ];
  if (left >= ENOUGH_DAYS) return [ok("log_growth", ...says)];
  return [wrong("log_growth", "warning", [
    `${says[0]}: there is room for ${left} days`,
    `${says[1]}: còn chỗ cho ${left} ngày`,
  ], [
    "move days that are over elsewhere, or give the log a larger disk",
    "chuyển nhật ký những ngày đã qua đi nơi khác, hoặc dùng ổ đĩa lớn hơn",
  ])];
}

function inOrder(day: string): string {
  return day.split("_").reverse().join("_");
}

/** Files that can't be seen, or that are removed meanwhile, count as empty. */
function bytesIn(folder: string): number {
  let bytes = 0;
  try {
    for (const { name, isFile } of Deno.readDirSync(folder)) {
      if (isFile) bytes += Deno.statSync(join(folder, name)).size;
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotFound)) {
      throw error;
    }
  }
  return bytes;
}
