import type { AccountFormData } from "../components/account_form.tsx";
import { t } from "../i18n/translate.ts";
import { wrongServerProblem } from "./wrong_server_problem.ts";
import { afterLogin } from "../shared/paths.ts";
import { formProblem } from "./problem.ts";
import type { State } from "./route_state.ts";

/** The input of the login or registration form. */
export interface AccountInput {
  username: string;
  password: string;
  /** The path to go to after the login. */
  next: string;
  /** Why the input can't be sent to the server; null if it can. */
  problem: (NonNullable<AccountFormData["problem"]> & { status: number }) | null;
}

/** Reads a login or registration form and checks that it is complete and meant for the current server. */
export async function readAccountForm(
  request: Request,
  { language, accounts, forms }: State,
): Promise<AccountInput> {
  const form = await forms.read(request);
  const username = form.text("username").trim();
  const password = form.exact("password");
  const next = afterLogin(form.text("next"));
  const elsewhere = wrongServerProblem(form, accounts, language);
  const problem = elsewhere !== null
    ? { ...elsewhere, field: "form" as const }
    : username === ""
    ? {
      ...formProblem("bad_request", t(language, "fill_in_username")),
      field: "username" as const,
    }
    : password === ""
    ? {
      ...formProblem("bad_request", t(language, "fill_in_password")),
      field: "password" as const,
    }
    : null;
  return { username, password, next, problem };
}
