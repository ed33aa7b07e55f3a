import type { User } from "../../../lib/model/user.ts";
import { contained } from "../../shared/isolated_text.ts";

/** The names of an account: the display name, where there is one, and the username. */
export function AccountNames({ user: { username, name } }: { user: User }) {
  if (name === undefined) return <bdi class="account-title">{username}</bdi>;
  return (
    <>
      <bdi class="account-title">{contained(name)}</bdi> <bdi class="hint">{username}</bdi>
    </>
  );
}
