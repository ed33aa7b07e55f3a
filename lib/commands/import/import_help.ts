import type { OptionTable } from "../../cli/options.ts";
import { SERVER_OPTIONS } from "../../server/options/server_options.ts";
import type { CommandText } from "../command_line.ts";

export const IMPORT_OPTIONS = { data: SERVER_OPTIONS.data } as const satisfies OptionTable;

export const IMPORT_TEXT: CommandText = {
  before: {
    en: `chung-server import: makes a data folder of an export

The export is one of chung-server export, or a file that is written likewise (docs/EXPORT.md). All
ids stay. The data folder must be empty or missing; if a line is wrong, its number is told, and the
folder is left as it was.

Usage: chung-server import FILE|- [options]`,
    vi: `chung-server import: tạo thư mục dữ liệu từ một tệp đã xuất

Tệp là của chung-server export, hoặc được viết theo cách đó (docs/EXPORT.md). Mọi mã số được giữ
nguyên. Thư mục dữ liệu phải trống hoặc chưa có; nếu một dòng sai, chương trình cho biết số dòng và
thư mục vẫn nguyên như cũ.

Cách dùng: chung-server import FILE|- [tùy chọn]`,
  },
  after: {
    en: `Example:
  chung-server import workplace.jsonl --data ./data

Exit codes: 0 imported, 1 nothing was imported, 2 invalid option`,
    vi: `Ví dụ:
  chung-server import workplace.jsonl --data ./data

Mã kết thúc: 0 đã nhập, 1 không nhập gì, 2 sai tùy chọn`,
  },
};
