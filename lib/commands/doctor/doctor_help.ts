import type { OptionTable } from "../../cli/options.ts";
import type { CommandText } from "../command_line.ts";

export const DOCTOR_OPTIONS = {
  json: {
    default: false,
    help: { en: "print one object with all findings", vi: "in một đối tượng JSON gồm mọi kết quả" },
  },
} as const satisfies OptionTable;

export const DOCTOR_TEXT: CommandText = {
  before: {
    en: `chung-server doctor: checks a server's options, folders, database, network and certificate

Give it the options and the environment of the server, as the server's account, whether it runs or
not. Every finding that isn't ok says what to do. It only reads.

Usage: chung-server doctor [options of the server] [--json]`,
    vi:
      `chung-server doctor: kiểm tra tùy chọn, thư mục, cơ sở dữ liệu, mạng và chứng chỉ của máy chủ

Chạy bằng tài khoản của máy chủ, với cùng tùy chọn và biến môi trường, dù máy chủ đang chạy hay
không. Điều gì chưa ổn đều có cách xử lý. Lệnh này chỉ đọc.

Cách dùng: chung-server doctor [tùy chọn của máy chủ] [--json]`,
  },
  after: {
    en: `The options of the server: chung-server --help

Examples:
  chung-server doctor --data /srv/chung/data --log /srv/chung/log
  chung-server doctor --json

Exit codes: 0 no problem, warnings perhaps, 1 problems, 2 invalid option`,
    vi: `Tùy chọn của máy chủ: chung-server --help

Ví dụ:
  chung-server doctor --data /srv/chung/data --log /srv/chung/log
  chung-server doctor --json

Mã kết thúc: 0 không có vấn đề, có thể có cảnh báo, 1 có vấn đề, 2 sai tùy chọn`,
  },
};
