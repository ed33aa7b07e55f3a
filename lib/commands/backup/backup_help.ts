import type { OptionTable } from "../../cli/options.ts";
import { SERVER_OPTIONS } from "../../server/options/server_options.ts";
import type { CommandText } from "../command_line.ts";

export const BACKUP_OPTIONS = {
  data: SERVER_OPTIONS.data,
  "encrypt-to": {
    value: "RECIPIENT",
    default: "",
    help: {
      en: "encrypt to this recipient of age (age1…); restore then asks for its identity",
      vi: "mã hóa cho người nhận này của age (age1…); khi khôi phục cần khóa riêng tương ứng",
    },
  },
  scratch: {
    value: "DIR",
    default: "",
    help: {
      en: "where to make and check it; otherwise beside FILE, for - the system's temporary folder",
      vi: "nơi tạo và kiểm tra; nếu không đặt thì cạnh FILE, với - thì thư mục tạm của hệ thống",
    },
  },
} as const satisfies OptionTable;

export const BACKUP_TEXT: CommandText = {
  before: {
    en: `chung-server backup: copies a whole workplace into one file, and proves the copy

The copy shows one moment, whether the server runs or not, and the server keeps on working at its
pace. The file is restored into a scratch folder and checked there; only then does it get its name.
That takes the space of the data folder once more, and that of the file. The secret that signs
tokens stays out of it: a stolen copy logs nobody in, and after a restore everybody logs in again.

Usage: chung-server backup FILE|- [options]`,
    vi:
      `chung-server backup: sao chép toàn bộ nơi làm việc vào một tệp, rồi chứng minh bản sao dùng được

Bản sao là của đúng một thời điểm, dù máy chủ đang chạy hay không, và không làm máy chủ chậm lại.
Tệp được khôi phục thử vào một thư mục tạm và kiểm tra ở đó, rồi mới mang tên đã cho. Việc này cần
thêm chỗ trống bằng thư mục dữ liệu và bằng chính tệp. Khóa bí mật của token không nằm trong bản
sao: ai lấy trộm bản sao cũng không đăng nhập được, và sau khi khôi phục mọi người đăng nhập lại.

Cách dùng: chung-server backup FILE|- [tùy chọn]`,
  },
  after: {
    en: `Examples:
  chung-server backup /backup/chung.tar.gz --data /var/lib/chung
  chung-server backup - --encrypt-to age1… | ssh backup.example "cat > chung.tar.gz.age"

Exit codes: 0 done and checked, 1 there is no backup, 2 invalid option`,
    vi: `Ví dụ:
  chung-server backup /backup/chung.tar.gz --data /var/lib/chung
  chung-server backup - --encrypt-to age1… | ssh backup.example "cat > chung.tar.gz.age"

Mã kết thúc: 0 đã xong và đã kiểm tra, 1 không có bản sao nào, 2 sai tùy chọn`,
  },
};
