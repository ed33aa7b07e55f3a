import type { ListedUser } from "../../../lib/model/accounts/account_lists.ts";
import type { Invitation } from "../../../lib/model/accounts/invitation.ts";
import type { UserRole } from "../../../lib/model/user.ts";
import { idArgument, passwordArgument, usernameArgument } from "../../upstream/request_line.ts";
import type { TokenRequests } from "../../upstream/token_requests.ts";

/** Accounts of one request, the most that a server tells. */
const PAGE = 1_000;
/** Ends a list that never ends, of a server that isn't Chung: so many pages are 100,000 accounts. */
const MOST_PAGES = 100;

/** Requests of an admin about everybody's accounts; they throw as those of `PersonSession` do, `forbidden` to others. */
export class Administration {
  readonly #requests: TokenRequests;

  constructor(requests: TokenRequests) {
    this.#requests = requests;
  }

  /** Reads all accounts, the oldest first. */
  async users(): Promise<ListedUser[]> {
    const all: ListedUser[] = [];
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const after = all.at(-1)?.id ?? 0;
      const { users, more } = await this.#requests.ask(
        "users",
        () => [idArgument(PAGE, "bad_request"), idArgument(after, "bad_request")],
      );
      all.push(...users);
      if (!more || users.length === 0) break;
    }
    return all;
  }

  /** Reads one account, in any letter case of its username; null if there is none. */
  async user(username: string): Promise<ListedUser | null> {
    const wanted = username.toLowerCase();
    return (await this.users()).find((user) => user.username.toLowerCase() === wanted) ?? null;
  }

  async setRole(username: string, role: UserRole): Promise<void> {
    const args = () => [userArgument(username), { wire: role }];
    await this.#requests.ask("set_role", args);
  }

  /** Closes an account, which ends all of its logins, or opens it again. */
  async setDisabled(username: string, disabled: boolean): Promise<void> {
    await this.#requests.ask(disabled ? "disable" : "enable", () => [userArgument(username)]);
  }

  /** Gives somebody a new password, which ends all of their logins. */
  async resetPassword(username: string, password: string): Promise<void> {
    const args = () => [userArgument(username), passwordArgument(password, "invalid_password")];
    await this.#requests.ask("reset_password", args, { tooLong: "invalid_password" });
  }

  /** Makes an invitation; its code is told this once. */
  async invite(uses: number, days: number): Promise<Invitation & { code: string }> {
    const args = () => [idArgument(uses, "bad_request"), idArgument(days, "bad_request")];
    return (await this.#requests.ask("invite", args)).invitation;
  }

  /** Reads the invitations that were not taken back, the newest first. */
  async invitations(): Promise<Invitation[]> {
    return (await this.#requests.ask("invitations")).invitations;
  }

  async revoke(invitation: number): Promise<void> {
    await this.#requests.ask("revoke", () => [idArgument(invitation, "invitation_not_found")]);
  }
}

function userArgument(username: string) {
  return usernameArgument(username, "user_not_found");
}
