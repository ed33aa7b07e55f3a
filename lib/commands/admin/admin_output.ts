import type { Bilingual, Language } from "../../cli/locale.ts";
import type { ListedUser } from "../../model/accounts/account_lists.ts";
import type { Invitation } from "../../model/accounts/invitation.ts";

type Rows = string[][];

const TEXTS: Record<string, Bilingual> = {
  username: { en: "username", vi: "tên đăng nhập" },
  name: { en: "name", vi: "tên hiển thị" },
  role: { en: "role", vi: "vai trò" },
  state: { en: "state", vi: "trạng thái" },
  seen: { en: "last seen", vi: "lần cuối" },
  disabled: { en: "disabled", vi: "bị khóa" },
  admin: { en: "admin", vi: "quản trị" },
  user: { en: "user", vi: "người dùng" },
  never: { en: "never", vi: "chưa bao giờ" },
  used: { en: "used", vi: "đã dùng" },
  expires: { en: "expires", vi: "hết hạn" },
  by: { en: "by", vi: "người tạo" },
  done: { en: "done", vi: "xong" },
  none: { en: "none", vi: "không có" },
};

/**
 * The server's reply for people to read.
 * @param action the action word of the reply
 * @param password the one that was made for it
 */
export function describeReply(
  language: Language,
  action: string,
  reply: Record<string, unknown>,
  password?: string,
): string {
  const t = (key: string) => TEXTS[key][language];
  switch (action) {
    case "users": {
      const users = reply.users as ListedUser[];
      return table([
        ["id", t("username"), t("name"), t("role"), t("state"), t("seen")],
        ...users.map(({ id, username, name, role, disabled, last_seen_at }) => [
          ...[String(id), username, name ?? "", t(role)],
          ...[disabled ? t("disabled") : "", last_seen_at ?? t("never")],
        ]),
      ]);
    }
    case "invitations": {
      const invitations = reply.invitations as Invitation[];
      if (invitations.length === 0) return t("none");
      return table([
        ["id", t("used"), t("expires"), t("by")],
        ...invitations.map(({ id, used, uses, expires_at, by }) => [
          ...[String(id), `${used}/${uses}`, expires_at, by ?? "chung-server admin"],
        ]),
      ]);
    }
    case "invite": {
      const { code } = reply.invitation as { code: string };
      return code;
    }
    case "reset_password":
      return password ?? t("done");
    case "revoke":
      return t("done");
    default: {
      const { username, role } = reply.user as ListedUser;
      return action === "set_role" ? `${username}: ${t(role)}` : `${username}: ${t("done")}`;
    }
  }
}

/** Columns side by side, each as wide as its widest cell. */
function table(rows: Rows): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => [...row[column]].length))
  );
  return rows.map((row) =>
    row.map((cell, column) => cell + " ".repeat(widths[column] - [...cell].length)).join("  ")
      .trimEnd()
  ).join("\n");
}
