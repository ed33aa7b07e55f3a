import type { ListedSession } from "../../../lib/model/accounts/account_lists.ts";
import type { Problem } from "../../http/problem.ts";
import { problemOf } from "../../http/problem.ts";
import type { Language } from "../../i18n/language.ts";
import type { PersonSession } from "../../session/person_session.ts";

/** Why a form of the page was refused, each sentence at its field; `name_form` and so on are for those of no field. */
export type OwnAccountProblems = Partial<
  Record<"name" | "name_form" | "current" | "new" | "again" | "password_form" | "devices", string>
>;

export interface OwnAccountData {
  /** The display name as typed, or as it is. */
  name: string;
  /** The person's logins; null where they can't be read. */
  logins: ListedSession[] | null;
  /** Why they can't be read. */
  problem: Problem | null;
  problems: OwnAccountProblems;
}

/**
 * Reads what the page shows.
 * @param typed the display name that was refused
 */
export async function ownAccountData(
  session: PersonSession,
  language: Language,
  { typed, problems = {} }: { typed?: string; problems?: OwnAccountProblems } = {},
): Promise<OwnAccountData> {
  try {
    const [{ name = "" }, logins] = await Promise.all([
      session.account.look(),
      session.account.logins(),
    ]);
    return { name: typed ?? name, logins, problem: null, problems };
  } catch (error) {
    const problem = problemOf(error, language);
    return { name: typed ?? session.user.name ?? "", logins: null, problem, problems };
  }
}
