import type { Invitation } from "../../../lib/model/accounts/invitation.ts";
import { INVITATION_DAYS, INVITATION_USES } from "../../../lib/model/accounts/invitation.ts";
import type { Language } from "../../i18n/language.ts";
import type { PersonSession } from "../../session/person_session.ts";
import { type AccountSearch, type FoundAccounts, foundAccounts } from "./found_accounts.ts";

/** The form of an invitation, as it was typed. */
export interface InvitationForm {
  uses: string;
  days: string;
  /** Why it was refused. */
  problem: string | null;
}

export interface AccountsData {
  search: AccountSearch;
  found: FoundAccounts;
  invitations: Invitation[];
  form: InvitationForm;
  /** Why an invitation could not be taken back. */
  problem: string | null;
  /** The invitation that was just made, with its code, which is told this once. */
  made: Invitation & { code: string } | null;
}

export const NEW_INVITATION: InvitationForm = {
  uses: String(INVITATION_USES),
  days: String(INVITATION_DAYS),
  problem: null,
};

/** Reads what the page shows; throws as `PersonSession` does, `forbidden` to who is no admin. */
export async function accountsData(
  session: PersonSession,
  search: AccountSearch,
  language: Language,
  told: Partial<Pick<AccountsData, "form" | "problem" | "made">> = {},
): Promise<AccountsData> {
  const [, users, invitations] = await Promise.all([
    // Who was an admin until now is none on this page either.
    session.account.look(),
    session.administration.users(),
    session.administration.invitations(),
  ]);
  const found = foundAccounts(users, search, language);
  return { form: NEW_INVITATION, problem: null, made: null, ...told, search, found, invitations };
}
