import type { CommandText } from "../command_line.ts";

export const LOG_TEXT: CommandText = {
  before: {
    en: `chung-server log: reads the audit log, and shows whether it was changed

It works beside the running server and without one, and reads compressed days too.

Usage: chung-server log <what> [options]

  grep TEXT          print the entries with TEXT in the user, the request or the response, whatever
                     its case and its accents, oldest first
  tail               print the newest entries of today and then each further one, until Ctrl-C
  stats              print how many entries and bytes each file has: of the log, and on the disk
  verify [DAY]       compare the log with its chains, and with what the database knows of them`,
    vi: `chung-server log: đọc nhật ký và cho biết nhật ký có bị sửa hay không

Dùng được cả khi máy chủ đang chạy lẫn khi đã tắt, đọc được cả những ngày đã nén.

Cách dùng: chung-server log <việc> [tùy chọn]

  grep CHỮ           in các mục có CHỮ trong tên người, yêu cầu hoặc trả lời, không phân biệt hoa
                     thường và dấu, từ cũ đến mới
  tail               in các mục mới nhất của hôm nay, rồi từng mục mới, cho đến khi nhấn Ctrl-C
  stats              in số mục và số byte của từng tệp: của nhật ký và trên đĩa
  verify [NGÀY]      so nhật ký với chuỗi băm của nó và với những gì cơ sở dữ liệu biết`,
  },
  after: {
    en: `Examples:
  chung-server log grep "hoa don" --log /srv/chung/log --day 2024-10-30 --action chat
  chung-server log tail --user lan --json
  chung-server log verify --log /srv/chung/log --data /srv/chung/data

verify names the first entry of each file that was changed, removed, added or reordered, and the
files and days that are missing, on lines that begin with "!". What a crash leaves is told, but is
nothing wrong; neither is a file from before there were chains.

Exit codes: 0 done, 1 nothing found (grep), something was changed (verify), or failed, 2 invalid
words or options`,
    vi: `Ví dụ:
  chung-server log grep "hoa don" --log /srv/chung/log --day 2024-10-30 --action chat
  chung-server log tail --user lan --json
  chung-server log verify --log /srv/chung/log --data /srv/chung/data

verify chỉ ra mục đầu tiên của mỗi tệp đã bị sửa, xóa, thêm vào hoặc đổi thứ tự, cùng những tệp và
ngày bị thiếu, trên các dòng bắt đầu bằng "!". Những gì một sự cố để lại cũng được nêu, nhưng không
phải là lỗi; tệp có từ trước khi có chuỗi băm cũng vậy.

Mã kết thúc: 0 xong, 1 không thấy gì (grep), có thay đổi (verify) hoặc lỗi, 2 sai từ hoặc tùy chọn`,
  },
};
