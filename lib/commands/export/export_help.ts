import type { OptionTable } from "../../cli/options.ts";
import { SERVER_OPTIONS } from "../../server/options/server_options.ts";
import type { CommandText } from "../command_line.ts";

export const EXPORT_OPTIONS = {
  data: SERVER_OPTIONS.data,
  "without-passwords": {
    default: false,
    help: {
      en: "leave the hashes of passwords out; after an import, admins then give new passwords",
      vi: "bỏ mã băm của mật khẩu; sau khi nhập, người quản trị đặt mật khẩu mới cho mọi người",
    },
  },
} as const satisfies OptionTable;

export const EXPORT_TEXT: CommandText = {
  before: {
    en:
      `chung-server export: writes a whole workplace as JSON Lines, for whatever program comes next

One line a thing: users, projects, members, messages, tasks and their changes, with their ids, as
they are at one moment, whether the server runs or not. docs/EXPORT.md tells all of the fields.
Users come with the bcrypt hashes of their passwords, unless --without-passwords is set. Logins are
left out. For a copy that is restored as it was, use chung-server backup.

Usage: chung-server export FILE|- [options]`,
    vi:
      `chung-server export: xuất toàn bộ nơi làm việc ra JSON Lines, để chương trình nào cũng đọc được

Mỗi thứ một dòng: người dùng, dự án, thành viên, tin nhắn, công việc và các thay đổi, kèm mã số, đúng
như tại một thời điểm, dù máy chủ đang chạy hay không. docs/EXPORT.md mô tả mọi trường. Người dùng có
kèm mã băm bcrypt của mật khẩu, trừ khi có --without-passwords. Phiên đăng nhập không được xuất.
Muốn có bản sao để khôi phục y nguyên, hãy dùng chung-server backup.

Cách dùng: chung-server export FILE|- [tùy chọn]`,
  },
  after: {
    en: `Examples:
  chung-server export workplace.jsonl --data /var/lib/chung
  chung-server export - --without-passwords | gzip > workplace.jsonl.gz

Exit codes: 0 exported, 1 there is no export, 2 invalid option`,
    vi: `Ví dụ:
  chung-server export workplace.jsonl --data /var/lib/chung
  chung-server export - --without-passwords | gzip > workplace.jsonl.gz

Mã kết thúc: 0 đã xuất, 1 không xuất được, 2 sai tùy chọn`,
  },
};
