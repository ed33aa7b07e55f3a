import assert from "node:assert/strict";
import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import type { Store } from "../../../lib/store/store.ts";
import { withFolder } from "../../folder.ts";
import { LineClient } from "../../line_client.ts";
import { startTestServer } from "../../server_fixture.ts";
import { until } from "../raw_connections.ts";

/** A store that delays session lookups while `gate` is closed, so that tokens are slow to check. */
function slowSessions(store: Store, gate: { open: Promise<void> }): Store {
  return new Proxy(store, {
    get(target, name) {
      if (name === "findSession") {
        return (id: string) => gate.open.then(() => target.findSession(id));
      }
      const value = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

const floods: [title: string, line: (token: string) => string, answer: RegExp][] = [
  ["messages", (token) => `chat ${token} 1 hello`, /^ok chat /],
  ["the shortest requests", () => "x", /^err - unknown_action /],
];

for (const [title, line, answer] of floods) {
  // Guard (connections): a connection has 16 requests in hand before a valid token
  Deno.test(`before a valid token 16 of 1,000 requests are in hand, ${title}, and then all are answered`, async () => {
    await withFolder(async (directory) => {
      const gate = { open: Promise.resolve() };
      const store = await openSqliteStore({ path: `${directory}/data`, report: () => {} });
      const server = await startTestServer({}, { directory, store: slowSessions(store, gate) });
      const owner = await LineClient.connect(server.port);
      await owner.ok(`new_project ${await owner.join("alice")} Website`);
      // A second token, which the server has not seen yet.
      const { token } = await owner.ok("login alice matkhau-123");
      const { promise, resolve } = Promise.withResolvers<void>();
      gate.open = promise;
      const client = await LineClient.connect(server.port);
      await client.send(`whoami ${token}\n${`${line(token)}\n`.repeat(1_000)}`);
      await until(() => server.connections().inHand > 0);
      // Everything sent has arrived by now; more would be in progress if it were read.
      await owner.ok("ping");
      assert.equal(server.connections().inHand, 16);
      resolve();
      assert.match(await client.response(), /^ok whoami /);
      for (let i = 0; i < 1_000; i++) assert.match(await client.response(), answer);
      await client.close();
      await owner.close();
      await server.close();
    });
  });
}
