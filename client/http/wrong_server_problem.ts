import type { FormFields } from "./read_form.ts";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import { formProblem, type Problem } from "./problem.ts";
import type { AccountRequests } from "../upstream/account_requests.ts";

/**
 * Returns the problem of a form that was filled in for another server, else null. If the server was changed
 * meanwhile, the new one must not get a password meant for the one before.
 */
export function wrongServerProblem(
  form: FormFields,
  { server }: AccountRequests,
  language: Language,
): Problem | null {
  const shown = form.text("server");
  if (shown === "" || shown === server) return null;
  return formProblem("bad_request", t(language, "server_changed", { server }));
}
