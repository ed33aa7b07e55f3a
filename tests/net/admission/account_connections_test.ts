import assert from "node:assert/strict";
import fc from "fast-check";
import { AccountConnections } from "../../../lib/net/admission/account_connections.ts";

class Held {
  lastHeard = 0;
  ended: string | null = null;

  constructor(readonly name: string) {}

  end(reason: string): void {
    this.ended = reason;
  }
}

const held = (names: string) => [...names].map((name) => new Held(name));

Deno.test("AccountConnections admits as many as an account may have, each once", () => {
  const accounts = new AccountConnections<Held>(2);
  const [a, b, c] = held("abc");
  for (const connection of [a, b, a]) assert.equal(accounts.admit(connection, 1, 0), true);
  assert.equal(accounts.admit(c, 1, 0), false);
  assert.equal(accounts.admit(c, 2, 0), true, "another account has its own");
  accounts.release(a);
  assert.equal(accounts.admit(c, 1, 0), true);
  assert.equal(accounts.admit(a, 1, 0), false);
  accounts.release(c);
  assert.deepEqual([accounts.admit(a, 1, 0), accounts.admit(a, 2, 0)], [true, true]);
  assert.deepEqual([a, b, c].map(({ ended }) => ended), [null, null, null]);
});

Deno.test("AccountConnections lets the connection that has long been silent give way to its account's next", () => {
  const accounts = new AccountConnections<Held>(2);
  const [a, b, c, d] = held("abcd");
  for (const connection of [a, b]) accounts.admit(connection, 1, 0);
  a.lastHeard = 20_000;
  assert.equal(accounts.admit(c, 1, 29_999), false);
  assert.equal(accounts.admit(c, 1, 30_000), true);
  assert.deepEqual([a, b].map(({ ended }) => ended), [null, "gave_way"]);
  c.lastHeard = 30_000;
  assert.equal(accounts.admit(d, 1, 40_000), false, "each has been heard since");
});

Deno.test("AccountConnections keeps no more than it may of any account, whatever comes and goes", () => {
  const step = fc.record({
    connection: fc.nat(9),
    account: fc.nat(2),
    leaves: fc.boolean(),
    passes: fc.nat(20_000),
  });
  fc.assert(fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
    const accounts = new AccountConnections<Held>(3);
    const connections = held("0123456789");
    const admitted = new Map<Held, Set<number>>();
    let now = 0;
    for (const { connection: at, account, leaves, passes } of steps) {
      now += passes;
      let connection = connections[at];
      if (connection.ended !== null || leaves) {
        accounts.release(connection);
        admitted.delete(connection);
        connection = connections[at] = new Held(connection.name);
      }
      connection.lastHeard = now;
      if (accounts.admit(connection, account, now)) {
        admitted.set(connection, (admitted.get(connection) ?? new Set()).add(account));
      }
      const count = [...admitted].filter(([each, of]) => each.ended === null && of.has(account));
      assert(count.length <= 3);
    }
  }));
});
