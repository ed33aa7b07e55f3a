import { newPassword } from "../../../lib/model/accounts/random_letters.ts";
import { ChungError } from "../../../lib/errors.ts";
import type { ListedUser } from "../../../lib/model/accounts/account_lists.ts";
import type { Problem } from "../../http/problem.ts";
import type { FormFields } from "../../http/read_form.ts";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import type { PersonSession } from "../../session/person_session.ts";
import type { Notice } from "../../shared/notice.ts";
import type { AccountData } from "./account_data.ts";

/** The outcome of a form: a password that was made up is shown at once, anything else is told after a redirect. */
export type ChangeOfSomebody = { issued: string } | { notice: Notice; path: string };

/** Does to an account what the field `do` of a form says. */
export async function changeSomebody(
  session: PersonSession,
  username: string,
  fields: FormFields,
): Promise<ChangeOfSomebody> {
  const { administration } = session;
  const path = `/people/${username}`;
  const told = (did: Notice["did"]) => ({ notice: { did, about: username }, path });
  const self = username === session.user.username;
  switch (fields.exact("do")) {
    case "make_admin":
      await administration.setRole(username, "admin");
      return told("made_admin");
    case "make_user":
      await administration.setRole(username, "user");
      if (!self) return told("made_user");
      // This page is no longer for them.
      await session.account.look();
      return { notice: { did: "stepped_down" }, path: "/" };
    case "disable":
      await administration.setDisabled(username, true);
      return self ? { ...told("disabled"), path: "/login?notice=over" } : told("disabled");
    case "enable":
      await administration.setDisabled(username, false);
      return told("enabled");
    case "reset": {
      const typed = fields.exact("new");
      const password = typed === "" ? newPassword() : typed;
      await administration.resetPassword(username, password);
      return typed === "" ? { issued: password } : told("password_reset");
    }
    default:
      throw new ChungError("bad_request", "there is no such form");
  }
}

/** The place of the sentence about a form that was refused. */
export function somebodysProblems(
  { code, text }: Problem,
  fields: FormFields,
  account: ListedUser,
  language: Language,
): AccountData["problems"] {
  const told = code === "last_admin"
    ? t(language, "account_last_admin", { user: account.username })
    : text;
  const deed = fields.exact("do");
  if (deed === "reset") return { password: told };
  return deed === "make_admin" || deed === "make_user" ? { role: told } : { access: told };
}
