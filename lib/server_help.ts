import { resolve } from "node:path";
import type { Bilingual, Language } from "./locale.ts";
import { describeOptions } from "./options.ts";
import { SERVER_OPTION_GROUPS } from "./server_options.ts";

const BEFORE: Bilingual = {
  en: `chung-server: the server of Chung, project chat that a small team runs itself

People register, make projects, add members and chat: from the pages of the program chung, or by
one line of text per request over TCP, as with nc. Everything is kept in SQLite.

Usage: chung-server [options]`,
  vi: `chung-server: máy chủ của Chung, trò chuyện theo dự án mà một nhóm nhỏ tự vận hành

Mọi người đăng ký, tạo dự án, thêm thành viên và trò chuyện: trên các trang của chương trình chung,
hoặc bằng nc, mỗi yêu cầu là một dòng chữ qua TCP. Tất cả được lưu trong SQLite.

Cách dùng: chung-server [tùy chọn]`,
};

const AFTER: Bilingual = {
  en: `Examples:
  chung-server                                     for programs on this machine
  chung-server --host 0.0.0.0 --port 7171          for other machines too: passwords cross the
                                                   network in the clear, so only behind a VPN
  chung-server --data /srv/chung/data --log /srv/chung/log --registration closed

What is kept: the database and the secret of the tokens in the data folder, and every action in the
log folder, one file a day. Keep copies of the data folder; no other file is ever written.
Standard output has one line, when the server is ready. Ctrl-C or SIGTERM ends it; nothing is lost.

Exit codes: 0 it was asked to end, 1 it can't have its port or folders, 2 a wrong option`,
  vi: `Ví dụ:
  chung-server                                     cho các chương trình trên máy này
  chung-server --host 0.0.0.0 --port 7171          cho cả các máy khác: mật khẩu đi qua mạng
                                                   không được mã hóa, nên chỉ dùng sau VPN
  chung-server --data /srv/chung/data --log /srv/chung/log --registration closed

Những gì được lưu: cơ sở dữ liệu và khóa bí mật của token trong thư mục dữ liệu, mọi thao tác trong
thư mục nhật ký, mỗi ngày một tệp. Hãy sao lưu thư mục dữ liệu; không có tệp nào khác được ghi.
Đầu ra chuẩn có đúng một dòng, khi máy chủ sẵn sàng. Ctrl-C hoặc SIGTERM để tắt; không mất gì cả.

Mã kết thúc: 0 được yêu cầu tắt, 1 không dùng được cổng hoặc thư mục, 2 sai tùy chọn`,
};

/** What `--help` prints. */
export function serverHelp(language: Language): string {
  const options = describeOptions(SERVER_OPTION_GROUPS, language);
  return [BEFORE[language], options, AFTER[language]].join("\n\n");
}

/**
 * What a person is told when the server has just made its database.
 * @param started.address `HOST:PORT`, as it listens
 */
export function firstServerStart(
  language: Language,
  { address, data, log }: { address: string; data: string; log: string },
): string {
  const [host, port] = [address.slice(0, address.lastIndexOf(":")), address.split(":").at(-1)];
  const nc = `nc ${host.replace(/^\[|\]$/g, "")} ${port}`;
  const folders = { data: resolve(data), log: resolve(log) };
  return language === "vi"
    ? `Đây là lần chạy đầu tiên của máy chủ Chung.
  Dữ liệu nằm trong ${folders.data}, nhật ký trong ${folders.log}.
  Địa chỉ là ${address}: mở các trang bằng chương trình chung, hoặc gõ: ${nc}
  Nhấn Ctrl-C để tắt; không mất gì cả. Xem thêm: chung-server --help`
    : `This is the first start of the Chung server.
  What is said is kept in ${folders.data}, the log in ${folders.log}.
  Its address is ${address}: open the pages with the program chung, or type: ${nc}
  Ctrl-C ends it; nothing is lost. More: chung-server --help`;
}
