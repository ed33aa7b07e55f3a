import { type Bilingual, type Language } from "../../lib/cli/locale.ts";
import { describeOptions } from "../../lib/cli/option_help.ts";
import { CLIENT_OPTION_GROUPS } from "./client_options.ts";

const BEFORE: Bilingual = {
  en: `chung: the web pages of Chung, a self-hosted project chat for small teams

It opens a web page on this machine where you register, create projects and chat with your team, and
connects it to the team's server.

Usage: chung [options]`,
  vi: `chung: trang web của Chung, trò chuyện theo dự án mà một nhóm nhỏ tự vận hành

Chương trình mở một trang web trên máy này, nơi bạn đăng ký, tạo dự án và trò chuyện với nhóm, rồi
chuyển mọi việc tới máy chủ của nhóm.

Cách dùng: chung [tùy chọn]`,
};

const AFTER: Bilingual = {
  en: `Examples:
  chung                                    the last used server, or the one on this machine
  chung --server chung.example.org:7070    your team's server
  chung --server tls://chung.example.org:7070
                                           the same by TLS, if it has a certificate
  chung --with-server                      server and pages together, to try it out
  chung --public-origin https://chat.example --trusted-proxy 127.0.0.1
                                           pages for a team, behind a proxy that speaks HTTPS

With --with-server, every option of chung-server except its certificate can be set in the
environment: see its --help.

Files: the address of the last used server, and your browsers' logins, encrypted, are kept in a
folder of yours.
{folder}
Ctrl-C stops it; your messages are on the server.

Exit codes: 0 stopped on request, 1 the port or the server can't be used, 2 invalid option`,
  vi: `Ví dụ:
  chung                                    máy chủ lần trước, hoặc máy chủ trên máy này
  chung --server chung.example.org:7070    máy chủ của nhóm bạn
  chung --server tls://chung.example.org:7070
                                           cũng vậy, qua TLS, nếu máy chủ có chứng chỉ
  chung --with-server                      cả máy chủ lẫn trang web, để thử hoặc dùng trên máy này
  chung --public-origin https://chat.example --trusted-proxy 127.0.0.1
                                           trang web cho cả nhóm, sau một proxy có HTTPS

Với --with-server, mọi tùy chọn của chung-server, trừ chứng chỉ, có thể đặt bằng biến môi trường: xem
--help của nó.

Những gì được lưu: địa chỉ máy chủ dùng lần trước và các phiên đăng nhập của trình duyệt (đã mã hóa),
trong một thư mục riêng của bạn.
{folder}
Nhấn Ctrl-C để tắt; những gì bạn viết đã ở trên máy chủ.

Mã kết thúc: 0 được yêu cầu tắt, 1 không dùng được cổng hoặc máy chủ, 2 sai tùy chọn`,
};

/**
 * The text of `--help`.
 * @param folder the settings folder, null where there is no place for it
 */
export function clientHelp(language: Language, folder: string | null): string {
  const options = describeOptions(CLIENT_OPTION_GROUPS, language);
  const after = AFTER[language].replace("{folder}\n", folder === null ? "" : `  ${folder}\n`);
  return [BEFORE[language], options, after].join("\n\n");
}

/**
 * The text shown at the first start of the client.
 * @param started.server `HOST:PORT`; null for a server started along with the client, which has introduced itself
 */
export function firstClientStart(
  language: Language,
  { url, server }: { url: string; server: string | null },
): string {
  const about = server === null ? null : {
    vi: `  Máy chủ là ${server}: bạn có thể đổi ở ${url}/server
  Trên máy này chỉ lưu địa chỉ máy chủ và phiên đăng nhập, đã mã hóa. Nhấn Ctrl-C để tắt. Xem thêm: chung --help`,
    en: `  The server is ${server}: you can choose another at ${url}/server
  Only its address and your login, encrypted, are kept on this machine. Ctrl-C stops the program.
  More: chung --help`,
  };
  const both = {
    vi: "  Nhấn Ctrl-C để tắt cả hai. Xem thêm: chung --help",
    en: "  Ctrl-C stops both. More: chung --help",
  };
  const open = {
    vi: `Đây là lần chạy đầu tiên của Chung trên máy này.
  Mở ${url} trong trình duyệt (thường đã tự mở) rồi đăng ký một tên.`,
    en: `This is the first start of Chung on this machine.
  Open ${url} in a browser (it should have opened by itself) and register a name.`,
  };
  return `${open[language]}\n${(about ?? both)[language]}`;
}
