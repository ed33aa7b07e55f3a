import type { OptionTable } from "../../cli/options.ts";
import type { CommandText } from "../command_line.ts";

export const LOADTEST_OPTIONS = {
  connections: {
    value: "N",
    default: 50,
    min: 2,
    max: 10_000,
    help: {
      en: "connections, each of an account of its own",
      vi: "số kết nối, mỗi kết nối một tài khoản riêng",
    },
  },
  rooms: {
    value: "N",
    default: 5,
    min: 1,
    max: 5_000,
    help: {
      en: "rooms that they share evenly, at least two in each",
      vi: "số phòng chia đều cho các kết nối, mỗi phòng ít nhất hai",
    },
  },
  rate: {
    value: "N",
    default: 200,
    max: 100_000,
    help: {
      en: "messages a second, all together; 0: each waits for its answer, then sends the next",
      vi: "tổng số tin nhắn mỗi giây; 0: mỗi kết nối có trả lời rồi gửi ngay tin tiếp theo",
    },
  },
  seconds: {
    value: "S",
    default: 10,
    min: 1,
    max: 3_600,
    help: { en: "how long to send", vi: "gửi trong bao lâu" },
  },
  json: {
    default: false,
    help: { en: "print one object", vi: "in một đối tượng JSON" },
  },
} as const satisfies OptionTable;

export const LOADTEST_TEXT: CommandText = {
  before: {
    en: `chung-server loadtest: loads a scratch server, and audits every acknowledgement

Starts a server of its own in the system's temporary folder (TMPDIR), on a free port of this
machine, and removes both at the end. No other server is touched. Accounts chat in rooms; then each
acknowledged message has to stand in the store once, as it was sent and in order, and to have
reached each other member of its room once.

Server and senders share one process, so both use the same processor core: rates are lower, and
times longer, than with senders elsewhere. Passwords are hashed at bcrypt's lowest cost, since
logging in isn't measured. The disk measured is that of the temporary folder.

Usage: chung-server loadtest [options]`,
    vi:
      `chung-server loadtest: thử tải trên một máy chủ tạm, và đối chiếu mọi tin nhắn đã được xác nhận

Chạy một máy chủ riêng trong thư mục tạm của hệ thống (TMPDIR), ở một cổng trống của máy này, xong
thì xóa hết. Không đụng đến máy chủ nào khác. Các tài khoản trò chuyện trong những phòng chung; sau
đó, mỗi tin nhắn đã được xác nhận phải có trong cơ sở dữ liệu đúng một lần, đúng nội dung và thứ tự,
và đã đến mỗi thành viên khác của phòng đúng một lần.

Máy chủ và bên gửi ở cùng một tiến trình, chung một nhân bộ xử lý, nên tốc độ thấp hơn và thời gian
dài hơn so với khi gửi từ nơi khác. Mật khẩu được băm với công sức thấp nhất của bcrypt, vì không đo
việc đăng nhập. Ổ đĩa được đo là ổ của thư mục tạm.

Cách dùng: chung-server loadtest [tùy chọn]`,
  },
  after: {
    en: `Examples:
  chung-server loadtest
  TMPDIR=/srv/chung chung-server loadtest --connections 500 --rate 1000 --seconds 60

Exit codes: 0 nothing was lost, 1 something was lost or altered, or the load failed, 2 invalid option`,
    vi: `Ví dụ:
  chung-server loadtest
  TMPDIR=/srv/chung chung-server loadtest --connections 500 --rate 1000 --seconds 60

Mã kết thúc: 0 không mất gì, 1 có tin nhắn bị mất hoặc sai, hoặc không thử được, 2 sai tùy chọn`,
  },
};
