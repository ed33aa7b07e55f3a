import { resolve } from "node:path";
import type { Bilingual, Language } from "../cli/locale.ts";
import { describeOptions } from "../cli/option_help.ts";
import { SERVER_OPTION_GROUPS, SERVER_OPTIONS } from "./options/server_options.ts";

const BEFORE: Bilingual = {
  en: `chung-server: the server of Chung, a self-hosted project chat for small teams

Users register, create projects, add members and chat: on the pages of the program chung, or over
TCP with one line of text per request, as with nc. Everything is stored in SQLite.

Usage: chung-server [options]
       chung-server <command> [--help]`,
  vi: `chung-server: máy chủ của Chung, trò chuyện theo dự án mà một nhóm nhỏ tự vận hành

Mọi người đăng ký, tạo dự án, thêm thành viên và trò chuyện: trên các trang của chương trình chung,
hoặc bằng nc, mỗi yêu cầu là một dòng chữ qua TCP. Tất cả được lưu trong SQLite.

Cách dùng: chung-server [tùy chọn]
           chung-server <lệnh> [--help]`,
};

const AFTER: Bilingual = {
  en: `Examples:
  chung-server                                     for clients on this machine
  chung-server --host 0.0.0.0 --tls-cert /etc/chung/chain.pem --tls-key /etc/chung/key.pem
                                                   for other machines too, by TLS only
  chung-server --host 0.0.0.0                      the same, but passwords cross the network in the
                                                   clear, so only behind a VPN
  chung-server --data /srv/chung/data --log /srv/chung/log --registration closed

Files: the database and the secret that signs tokens are in the data folder, the log of all actions
in the log folder, one file per action and day. chung-server backup copies the data folder.
Standard output has one line, when the server is ready. Ctrl-C or SIGTERM stops the server without
losing anything. SIGHUP reloads the certificate and its key for new connections.

Exit codes: 0 stopped on request, 1 the port, a folder or the certificate can't be used, 2 invalid
option`,
  vi: `Ví dụ:
  chung-server                                     cho các chương trình trên máy này
  chung-server --host 0.0.0.0 --tls-cert /etc/chung/chain.pem --tls-key /etc/chung/key.pem
                                                   cho cả các máy khác, chỉ qua TLS
  chung-server --host 0.0.0.0                      cũng vậy, nhưng mật khẩu đi qua mạng không được
                                                   mã hóa, nên chỉ dùng sau VPN
  chung-server --data /srv/chung/data --log /srv/chung/log --registration closed

Những gì được lưu: cơ sở dữ liệu và khóa bí mật của token trong thư mục dữ liệu, mọi thao tác trong
thư mục nhật ký, mỗi ngày một tệp. chung-server backup sao lưu thư mục dữ liệu.
Đầu ra chuẩn có đúng một dòng, khi máy chủ sẵn sàng. Ctrl-C hoặc SIGTERM để tắt; không mất gì cả.
SIGHUP để đọc lại chứng chỉ và khóa, cho các kết nối mới.

Mã kết thúc: 0 được yêu cầu tắt, 1 không dùng được cổng, thư mục hoặc chứng chỉ, 2 sai tùy chọn`,
};

const COMMANDS: Bilingual = { en: "Commands", vi: "Lệnh" };

/** The text of `--help`. @param commands the name of each command, and one line about it */
export function serverHelp(
  language: Language,
  commands: readonly { name: string; summary: Bilingual }[],
): string {
  const options = describeOptions(SERVER_OPTION_GROUPS, language);
  const width = Math.max(...commands.map(({ name }) => name.length));
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary[language]}`);
  const listed = [`${COMMANDS[language]}:`, ...rows].join("\n");
  return [BEFORE[language], listed, options, AFTER[language]].join("\n\n");
}

/**
 * The text shown when the server has created its database.
 * @param started.address `HOST:PORT` on which the server listens
 * @param started.tls whether the server requires TLS
 */
export function firstServerStart(
  language: Language,
  { address, data, log, tls }: { address: string; data: string; log: string; tls: boolean },
): string {
  const [host, port] = [address.slice(0, address.lastIndexOf(":")), address.split(":").at(-1)];
  const named = tls ? `tls://${address}` : address;
  const typed = tls
    ? `openssl s_client -quiet -connect ${address}`
    : `nc ${host.replace(/^\[|\]$/g, "")} ${port}`;
  const place = data === SERVER_OPTIONS.data.default ? "" : ` --data ${data}`;
  const folders = { data: resolve(data), log: resolve(log) };
  return language === "vi"
    ? `Đây là lần chạy đầu tiên của máy chủ Chung.
  Dữ liệu nằm trong ${folders.data}, nhật ký trong ${folders.log}.
  Địa chỉ là ${named}: mở các trang bằng chương trình chung, hoặc gõ: ${typed}
  Người quản trị đầu tiên: đăng ký một tài khoản, rồi gõ: chung-server admin grant TÊN${place}
  Nhấn Ctrl-C để tắt; không mất gì cả. Xem thêm: chung-server --help`
    : `This is the first start of the Chung server.
  Messages are stored in ${folders.data}, the log in ${folders.log}.
  Its address is ${named}: open the pages with the program chung, or type: ${typed}
  The first admin: register an account, then type: chung-server admin grant NAME${place}
  Ctrl-C stops it without losing anything. More: chung-server --help`;
}
