import { HttpError } from "fresh";
import type { ListedUser } from "../../../lib/model/accounts/account_lists.ts";
import type { PersonSession } from "../../session/person_session.ts";

/** Data of the page of one account. */
export interface AccountData {
  account: ListedUser;
  /** Why a form was refused, each sentence where the form is. */
  problems: Partial<Record<"role" | "password" | "access", string>>;
  /** A password that was made up, which is told this once. */
  issued: string | null;
}

/**
 * Reads the account of a route's path; throws as `PersonSession` does, `forbidden` to who is no admin.
 * @throws {HttpError} 404 if there is none
 */
export async function accountIn(
  session: PersonSession,
  { username = "" }: Record<string, string | undefined>,
): Promise<ListedUser> {
  const [, account] = await Promise.all([
    session.account.look(),
    session.administration.user(username),
  ]);
  if (account === null) throw new HttpError(404);
  return account;
}
