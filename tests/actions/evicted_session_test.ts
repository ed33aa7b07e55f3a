import assert from "node:assert/strict";
import { Authenticator } from "../../lib/auth/authenticator.ts";
import { room, testInWorld, type World } from "./harness.ts";

/** From here on there is room for one cached token, and each of alice's uses is followed by one of bob's. */
function evictAfterUse({ services }: World, token: string, bobToken: string): void {
  const { tokens, store, clock } = services;
  const authenticator = new Authenticator({
    tokens,
    findSession: (id) => store.findSession(id),
    clock,
    capacity: 1,
  });
  const authenticate = authenticator.authenticate.bind(authenticator);
  authenticator.authenticate = async (used) => {
    const session = await authenticate(used);
    if (used === token) await authenticate(bobToken);
    return session;
  };
  services.authenticator = authenticator;
}

for (const action of ["enter TOKEN 1", "watch TOKEN", "search TOKEN 1 chào"]) {
  const [name] = action.split(" ");
  testInWorld(
    `${name} is answered when the token was evicted from the cache meanwhile`,
    async (world) => {
      const { alice, token, bobToken } = await room(world);
      evictAfterUse(world, token, bobToken);
      const request = action.replace("TOKEN", token);
      await alice.ok(request);
      await alice.ok(`logout ${token}`);
      assert.equal(await alice.err(request), "invalid_token");
    },
  );

  testInWorld(
    `${name} is refused when the evicted token is logged out meanwhile`,
    async (world) => {
      const { alice, bob, token, bobToken } = await room(world);
      evictAfterUse(world, token, bobToken);
      const { store, authenticator } = world.services;
      const authenticate = authenticator.authenticate;
      let first = true;
      authenticator.authenticate = async (used) => {
        const session = await authenticate(used);
        if (used === token && first) {
          first = false;
          await bob.ok(`logout ${token}`);
        }
        return session;
      };
      assert.equal(await alice.err(action.replace("TOKEN", token)), "invalid_token");
      assert.deepEqual(world.services.rooms.endSessions(() => true), []);
      assert.equal((await store.listMembers(1)).length, 2);
    },
  );

  testInWorld(
    `${name} is refused as expired when the token's time passes meanwhile`,
    async (world) => {
      const { alice, token } = await room(world);
      const { authenticator, limits } = world.services;
      const authenticate = authenticator.authenticate.bind(authenticator);
      authenticator.authenticate = async (used) => {
        const session = await authenticate(used);
        world.time += limits.tokenSeconds * 1000;
        return session;
      };
      assert.equal(await alice.err(action.replace("TOKEN", token)), "token_expired");
    },
  );
}
