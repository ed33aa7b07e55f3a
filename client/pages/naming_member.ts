import { problemOf, RefusedForm } from "../http/problem.ts";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import type { PersonSession } from "../session/person_session.ts";

interface AboutMember {
  session: PersonSession;
  projectId: number;
  username: string;
  language: Language;
}

/**
 * Names the member in the error of an action on this member, who is not in the project; returns any other error as it
 * is. The server answers `not_a_member` also to those who are not members themselves.
 */
export async function namingMember(error: unknown, about: AboutMember): Promise<unknown> {
  const { session, projectId, username, language } = about;
  const problem = problemOf(error, language);
  if (problem.code !== "not_a_member") return error;
  if (await session.project(projectId) === null) return error;
  return new RefusedForm({ ...problem, text: t(language, "no_such_member", { user: username }) });
}
