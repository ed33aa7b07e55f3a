import { isPossiblePassword } from "../auth/passwords.ts";
import { accountDisabled, badCredentials } from "../model/accounts/refusals.ts";
import { storedSecret } from "../model/accounts/stored_secret.ts";
import { defineAction } from "./action.ts";
import { accountName, password } from "./field.ts";

/**
 * Starts a session and returns its token (docs/PROTOCOL.md, "The given six"). A wrong name and a wrong password get the
 * same answer after the same time.
 */
export default defineAction({
  name: "login",
  audit: { name: "đăng nhập" },
  gate: "none",
  fields: { username: accountName, password },
  usage: "login <username> <password>",
  async run({ username, password }, { peer, accountFound }, services) {
    const { store, passwords, tokens, throttle, limits, clock } = services;
    const attempt = await throttle.begin(username, peer.address);
    if (!isPossiblePassword(password)) {
      attempt.failAtOnce();
      throw badCredentials();
    }
    let account;
    try {
      account = await store.findAccount(username);
      if (account !== null) accountFound();
      const hash = account?.passwordHash ?? null;
      if (!await passwords.verify(password, hash, peer.address)) account = null;
    } catch (error) {
      attempt.abandon();
      throw error;
    }
    if (account === null) {
      attempt.fail();
      throw badCredentials();
    }
    attempt.succeed();
    if (account.disabled) throw accountDisabled();
    const { passwordHash, disabled: _, ...user } = account;
    const at = clock.wall();
    const issuedAt = Math.floor(at / 1000);
    const expiresAt = issuedAt + limits.tokenSeconds;
    const secret = crypto.randomUUID();
    const claims = { username: user.username, id: secret, issuedAt, expiresAt };
    const token = await tokens.issue(claims);
    const id = storedSecret(secret);
    const address = peer.address;
    return store.write("createSession", {
      ...{ id, userId: user.id, passwordHash, address, at, expiresAt },
    }).map(() => {
      // The login is good for other connections where this one is too many.
      if (peer.admit(user.id)) peer.trusted = true;
      return {
        reply: { token, user, expires_at: new Date(expiresAt * 1000).toISOString() },
        user,
      };
    });
  },
});
