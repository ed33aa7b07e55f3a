import { canOpen, leftToOpen } from "../../files/open_files.ts";
import { reservedFiles } from "../../server/descriptors.ts";
import { type Finding, ok, wrong } from "./finding.ts";

/** Checks the limit of open files. @param left the files that may still be opened; null if nobody tells */
export function checkOpenFiles(maxConnections: number, left = leftToOpen()): Finding[] {
  const needed = reservedFiles() + maxConnections;
  if (left === null ? canOpen(needed) : left >= needed) {
    return [ok(
      "open_files",
      `${maxConnections} connections fit into this shell's limit of open files`,
      `giới hạn số tệp mở ở đây đủ cho ${maxConnections} kết nối`,
    )];
  }
  const most = left === null ? "fewer" : String(Math.max(0, left - reservedFiles()));
  return [wrong("open_files", "warning", [
    `the limit of open files here allows ${most} connections, not --max-connections ${maxConnections}`,
    `giới hạn số tệp mở ở đây không đủ cho --max-connections ${maxConnections}` +
    (left === null ? "" : `, chỉ đủ cho ${most} kết nối`),
  ], [
    "raise it where the server is started (ulimit -n, or LimitNOFILE of systemd)",
    "nâng giới hạn ở nơi khởi động máy chủ (ulimit -n, hoặc LimitNOFILE của systemd)",
  ])];
}

/** Checks that the terminal's encoding can show names in Vietnamese. */
export function checkLocale(environment: (name: string) => string | undefined): Finding[] {
  const locale = environment("LC_ALL") || environment("LC_CTYPE") || environment("LANG") || "C";
  if (!locale.includes(".") || /utf-?8/i.test(locale)) {
    return [ok("locale", `the locale is ${locale}`, `locale là ${locale}`)];
  }
  return [wrong("locale", "warning", [
    `the locale ${locale} is not in UTF-8, in which everything here is written`,
    `locale ${locale} không dùng UTF-8, bảng mã của mọi thứ ở đây`,
  ], ["choose one in UTF-8, such as vi_VN.UTF-8", "chọn locale dùng UTF-8, ví dụ vi_VN.UTF-8"])];
}
