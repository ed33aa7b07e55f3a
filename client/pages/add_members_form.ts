import { splitTypedNames } from "../../lib/protocol/name_list.ts";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import type { PersonSession } from "../session/person_session.ts";
import { formProblem, RefusedForm } from "../http/problem.ts";
import type { FormFields } from "../http/read_form.ts";

/** Returns what the form to add members does, wherever it is: it refuses an empty field by itself. */
export function addMembersForm(projectId: number, language: Language) {
  return async (session: PersonSession, fields: FormFields) => {
    const names = fields.text("members");
    if (splitTypedNames(names).length > 0) return await session.addMembers(projectId, names);
    throw new RefusedForm(formProblem("bad_request", t(language, "fill_in_members")));
  };
}
