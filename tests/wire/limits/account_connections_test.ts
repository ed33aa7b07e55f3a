import assert from "node:assert/strict";
import { withServer } from "../with_server.ts";

// Guard (accounts): an account has a limited number of connections, on loopback too
Deno.test("one account has so many connections, and others have theirs", async () => {
  await withServer(async ({ server, connect }) => {
    const first = await connect();
    const [alice, bob] = [await first.join("alice"), await (await connect()).join("bob")];
    const second = await connect();
    await second.ok(`whoami ${alice}`);
    const third = await connect();
    for (
      const line of [`whoami ${alice}`, `whoami ${alice}`, `chat ${alice} 1 hi`, `watch ${alice}`]
    ) {
      assert.match(await third.request(line), /^err \w+ server_full .* 2 connections.* close /);
    }
    // It is a connection without a valid token still, whatever is malformed or logged in on it.
    assert.match(await third.request(`whoami ${alice} again`), /^err whoami bad_request /);
    const { token } = await third.ok("login alice matkhau-123");
    assert.match(await third.request(`whoami ${token}`), /^err whoami server_full /);
    assert.equal(server.connections().trusted, 3);
    await third.ok(`whoami ${bob}`);
    await second.ok(`whoami ${bob}`).then(assert.fail, () => {});
    await second.close();
    // The place is free once the server has seen the end.
    while (!(await third.request(`whoami ${token}`)).startsWith("ok "));
    await first.ok(`whoami ${alice}`);
  }, { "max-connections-per-account": 2 });
});
