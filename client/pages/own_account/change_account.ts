import { ChungError } from "../../../lib/errors.ts";
import { formProblem, type Problem, RefusedForm } from "../../http/problem.ts";
import type { FormFields } from "../../http/read_form.ts";
import type { State } from "../../http/route_state.ts";
import { t } from "../../i18n/translate.ts";
import type { PersonSession } from "../../session/person_session.ts";
import type { Notice } from "../../shared/notice.ts";
import type { OwnAccountProblems } from "./own_account_data.ts";

type Field = keyof OwnAccountProblems;

/** The problem of a form that is refused without asking the server, with the faults of its fields. */
interface FaultyFields extends Problem {
  faults: OwnAccountProblems;
}

/** The deeds of the page's forms, by their field `do`. */
const DEEDS = ["name", "password", "end", "end_others"] as const;
type Deed = typeof DEEDS[number];

const deedOf = (fields: FormFields): Deed | undefined =>
  DEEDS.find((deed) => deed === fields.exact("do"));

/** Does what a form of the page asks for; returns the notice that the page then tells. */
export function changeAccount({ accounts, language }: State) {
  return async (session: PersonSession, fields: FormFields): Promise<Notice> => {
    switch (deedOf(fields)) {
      case "name": {
        const { name } = await session.account.setName(fields.text("name").trim());
        return name === undefined ? { did: "name_removed" } : { did: "name_set", about: name };
      }
      case "password": {
        const current = fields.exact("current");
        const wanted = fields.exact("new");
        const faults: OwnAccountProblems = {};
        if (current === "") faults.current = t(language, "fill_in_current_password");
        if (wanted === "") faults.new = t(language, "fill_in_new_password");
        else if (wanted !== fields.exact("again")) faults.again = t(language, "passwords_differ");
        if (Object.keys(faults).length > 0) {
          const problem: FaultyFields = { ...formProblem("bad_request", ""), faults };
          throw new RefusedForm(problem);
        }
        // The server doesn't ask for it: who finds an open browser must not take the account over.
        await accounts.confirm(session.user.username, current);
        await session.account.setPassword(wanted);
        return { did: "password_changed" };
      }
      case "end":
        await session.account.endLogin(fields.exact("login"));
        return { did: "login_ended" };
      case "end_others":
        await session.account.endOtherLogins();
        return { did: "logins_ended" };
      default:
        throw new ChungError("bad_request", "there is no such form");
    }
  };
}

/** The places of the sentences about a form that was refused. */
export function accountProblems(
  problem: Problem | FaultyFields,
  fields: FormFields,
  language: State["language"],
): OwnAccountProblems {
  if ("faults" in problem) return problem.faults;
  const deed = deedOf(fields);
  const at = (field: Field, text = problem.text) => ({ [field]: text });
  if (deed === "name") {
    const ofField = ["invalid_name", "name_taken"].includes(problem.code);
    return at(ofField ? "name" : "name_form");
  }
  if (deed !== "password") return at("devices");
  switch (problem.code) {
    case "bad_credentials":
      return at("current", t(language, "current_password_wrong"));
    case "invalid_password":
      return at("new");
    default:
      return at("password_form");
  }
}
