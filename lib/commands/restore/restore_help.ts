import type { OptionTable } from "../../cli/options.ts";
import { SERVER_OPTIONS } from "../../server/options/server_options.ts";
import type { CommandText } from "../command_line.ts";

export const RESTORE_OPTIONS = {
  data: SERVER_OPTIONS.data,
  identity: {
    value: "FILE",
    default: "",
    help: {
      en: "the identity of age that opens an encrypted backup",
      vi: "tệp khóa riêng của age để mở bản sao đã mã hóa",
    },
  },
} as const satisfies OptionTable;

export const RESTORE_TEXT: CommandText = {
  before: {
    en: `chung-server restore: makes a data folder of a backup

Everything in the backup is checked again first. The data folder must be empty or missing; if
anything fails, it is left as it was. Backups of older versions can be restored too: the server
brings them up to date when it starts.

Usage: chung-server restore FILE|- [options]`,
    vi: `chung-server restore: tạo thư mục dữ liệu từ một bản sao lưu

Mọi thứ trong bản sao được kiểm tra lại trước. Thư mục dữ liệu phải trống hoặc chưa có; nếu có lỗi,
nó vẫn nguyên như cũ. Bản sao của các phiên bản cũ cũng khôi phục được: máy chủ tự nâng cấp khi
khởi động.

Cách dùng: chung-server restore FILE|- [tùy chọn]`,
  },
  after: {
    en: `Examples:
  chung-server restore /backup/chung.tar.gz --data /var/lib/chung
  chung-server restore chung.tar.gz.age --identity key.txt --data ./data

Exit codes: 0 restored, 1 nothing was restored, 2 invalid option`,
    vi: `Ví dụ:
  chung-server restore /backup/chung.tar.gz --data /var/lib/chung
  chung-server restore chung.tar.gz.age --identity key.txt --data ./data

Mã kết thúc: 0 đã khôi phục, 1 không khôi phục gì, 2 sai tùy chọn`,
  },
};
