import type { Commit } from "../store/commit.ts";
import type { User } from "../model/user.ts";
import { type AdminCall, adminId, type Services } from "./action.ts";
import { endSessions } from "./ending_sessions.ts";
import type { Outcome } from "./outcome.ts";

/** Disables an account, which ends all of its tokens, or enables it again. */
export function setDisabled(
  username: string,
  disabled: boolean,
  call: AdminCall,
  services: Services,
): Commit<Outcome & { reply: { user: User } }> {
  const { store, clock } = services;
  const admin = adminId(call);
  return store.write("setDisabled", { username, disabled, admin, at: clock.wall() })
    .map(({ user, ended }) => ({ reply: { user }, events: endSessions(ended, services) }));
}
