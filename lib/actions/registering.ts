import { usernameTaken } from "../model/accounts/refusals.ts";
import { assertPassword, assertUsername, type User } from "../model/user.ts";
import type { Commit } from "../store/commit.ts";
import type { OpenCall, Services } from "./action.ts";
import type { Outcome } from "./outcome.ts";

/** An account to be made. `invitation`: the stored form of the code that invites to it. */
export interface Registration {
  username: string;
  password: string;
  invitation?: string;
}

/** @throws ChungError `invalid_username`, `invalid_password`, `username_taken`, `invalid_invitation` */
export async function register(
  { username, password, invitation }: Registration,
  { peer, accountFound }: OpenCall,
  { store, passwords, limits, clock }: Services,
): Promise<Commit<Outcome & { reply: { user: User } }>> {
  assertUsername(username, limits);
  assertPassword(password, limits);
  // The write checks this again; checking first saves the cost of the hash.
  if (await store.findAccount(username) !== null) {
    accountFound();
    throw usernameTaken(username);
  }
  const passwordHash = await passwords.hash(password, peer.address);
  return store.write("createUser", { username, passwordHash, invitation, at: clock.wall() })
    .map((user) => ({ reply: { user } }));
}
