import assert from "node:assert/strict";
import { soakConnections } from "./connections_soak.ts";

// Guard (floods): connections that come and go leave nothing behind
Deno.test({
  name: "connections that come and go in every way leave nothing behind at the server",
  // Memory and descriptors are read from /proc.
  ignore: Deno.build.os !== "linux",
  async fn() {
    const { before, samples, after, visits, faults } = await soakConnections({
      minutes: 4 / 60,
      connections: 60,
      sampleEveryMs: 500,
    });
    assert.deepEqual(faults, []);
    assert(samples.some(([, { connections }]) => connections > 30));
    assert(after.messages > before.messages);
    assert.equal(after.connections, 0);
    assert(visits.size > 5, [...visits.keys()].join());
  },
});
