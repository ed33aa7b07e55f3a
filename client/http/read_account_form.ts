import type { AccountProblems } from "../components/account_form.tsx";
import { t } from "../i18n/translate.ts";
import { afterLogin } from "../shared/paths.ts";
import { formTag } from "./read_form.ts";
import type { State } from "./route_state.ts";
import { wrongServerProblem } from "./wrong_server_problem.ts";

/** The input of the login or registration form. */
export interface AccountInput {
  /** The code of an invitation; "" where none was asked for. */
  code: string;
  username: string;
  password: string;
  /** The path to go to after the login. */
  next: string;
  /** The tag of a registration form, a new one where it has none. */
  tag: string;
  /** Why the input can't be sent to the server; empty if it can. */
  problems: AccountProblems;
}

/** Reads a login or registration form and checks that it is complete and meant for the current server. */
export async function readAccountForm(
  request: Request,
  { language, accounts, forms }: State,
): Promise<AccountInput> {
  const form = await forms.read(request);
  const username = form.text("username").trim();
  const password = form.exact("password");
  // The whole link may have been pasted.
  const code = form.text("code").trim().replace(/^.*#/, "");
  const problems: AccountProblems = {};
  const elsewhere = wrongServerProblem(form, accounts, language);
  if (elsewhere !== null) problems.form = elsewhere.text;
  else {
    if (username === "") problems.username = t(language, "fill_in_username");
    if (password === "") problems.password = t(language, "fill_in_password");
  }
  return {
    code,
    username,
    password,
    next: afterLogin(form.text("next")),
    tag: formTag(form) ?? crypto.randomUUID(),
    problems,
  };
}
