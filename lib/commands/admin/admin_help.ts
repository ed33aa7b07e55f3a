import type { CommandText } from "../command_line.ts";

export const ADMIN_TEXT: CommandText = {
  before: {
    en: `chung-server admin: accounts and invitations, from the machine of the server

It works beside the running server, which acts on it at once, and without one.

Usage: chung-server admin <what> [--data DIR]

  users                    list the accounts
  grant NAME               make NAME an admin
  revoke NAME              make NAME a user without that role
  disable NAME             let NAME log in no more, and end all of their logins
  enable NAME              let NAME log in again
  reset-password NAME      give NAME a new password, print it, and end all of their logins
  invite                   make an invitation, and print its code
  invitations              list the invitations
  revoke-invitation ID     take an invitation back`,
    vi: `chung-server admin: tài khoản và lời mời, ngay trên máy của máy chủ

Dùng được khi máy chủ đang chạy, có hiệu lực ngay, và cả khi máy chủ đã tắt.

Cách dùng: chung-server admin <việc> [--data DIR]

  users                    liệt kê tài khoản
  grant TÊN                cho TÊN làm người quản trị
  revoke TÊN               thôi cho TÊN làm người quản trị
  disable TÊN              khóa tài khoản TÊN và kết thúc mọi phiên đăng nhập
  enable TÊN               mở lại tài khoản TÊN
  reset-password TÊN       đặt và in mật khẩu mới cho TÊN, kết thúc mọi phiên đăng nhập
  invite                   tạo lời mời và in mã của nó
  invitations              liệt kê lời mời
  revoke-invitation SỐ     thu hồi một lời mời`,
  },
  after: {
    en: `Examples:
  chung-server admin grant lan --data /srv/chung/data
  chung-server admin invite --uses 30 --days 14
  printf %s "$PASSWORD" | chung-server admin reset-password lan --password-stdin

Everything is logged, with "chung-server admin" as the user.

Exit codes: 0 done, 1 refused or failed, 2 invalid words or options`,
    vi: `Ví dụ:
  chung-server admin grant lan --data /srv/chung/data
  chung-server admin invite --uses 30 --days 14
  printf %s "$PASSWORD" | chung-server admin reset-password lan --password-stdin

Mọi việc đều được ghi vào nhật ký, dưới tên "chung-server admin".

Mã kết thúc: 0 xong, 1 bị từ chối hoặc lỗi, 2 sai từ hoặc tùy chọn`,
  },
};
