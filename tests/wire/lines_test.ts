import assert from "node:assert/strict";
import { openSqliteStore } from "../../lib/store/sqlite/open_sqlite_store.ts";
import { LineClient } from "../line_client.ts";
import { startTestServer } from "../server_fixture.ts";
import { withServer } from "./with_server.ts";

Deno.test("the server says nothing until it is asked", async () => {
  await withServer(async ({ connect }) => {
    const client = await connect();
    await client.request("ping");
    assert.equal(client.transcript.length, 1);
  });
});

Deno.test("each request has one response, in order, when many are sent at once", async () => {
  await withServer(async ({ connect }) => {
    const client = await connect();
    const token = await client.join("alice");
    await client.ok(`new_project ${token} Website`);
    const lines: string[] = [];
    const expected: RegExp[] = [];
    for (let i = 0; i < 300; i++) {
      const [line, response] = ([
        [`@t${i} ping`, `^@t${i} ok ping `],
        [`@t${i} chat ${token} 1 message ${i}`, `^@t${i} ok chat .*"message":"message ${i}"`],
        [`@t${i} chat ${token} 1`, `^@t${i} err chat empty_message `],
        [`@t${i} login alice wrong-${i}-word`, `^@t${i} err login (bad_credentials|rate_limited) `],
        [`@t${i} chat ${token} 1 message ${i}`, `^@t${i} ok chat .*"message":"message ${i}"`],
        [`@t${i} nonsense`, `^@t${i} err - unknown_action `],
        [`@t${i} history ${token} 1 1`, `^@t${i} ok history .*"message":"message ${i - 2}"`],
      ] as const)[i % 7];
      lines.push(line);
      expected.push(new RegExp(response));
    }
    await client.send(`${lines.join("\r\n")}\n`);
    for (const pattern of expected) assert.match(await client.response(), pattern);
  });
});

Deno.test("a byte-order mark before the first line is dropped, and is text in others", async () => {
  await withServer(async ({ connect }) => {
    for (const first of ["\ufeffping", "\ufeff\r\nping", "\ufeff@t reg"]) {
      const client = await connect();
      await client.send(`${first}\n`);
      assert.match(await client.response(), /^(ok ping|@t err reg bad_request) /);
      await client.send("\ufeffping\n");
      assert.match(await client.response(), /^err - unknown_action /);
    }
  });
});

Deno.test("the connection stays usable when a line is too long or not text", async () => {
  await withServer(async ({ connect }) => {
    const client = await connect();
    await client.send(`${"x".repeat(65_536)}\n`);
    assert.match(await client.response(), /^err - line_too_long /);
    await client.send(`ping ${" ".repeat(65_536 - 6)}\n`);
    assert.match(await client.response(), /^ok ping /);
    await client.send("y".repeat(10_000_000));
    assert.match(await client.response(), /^err - line_too_long /);
    await client.send("still the same line\nping\n");
    assert.match(await client.response(), /^ok ping /);
    await client.send(new Uint8Array([0x70, 0xff, 0x0a]));
    assert.match(await client.response(), /^err - bad_encoding /);
    await client.send("ping\0\n\n\r\nping\n");
    assert.match(await client.response(), /^err - bad_encoding /);
    assert.match(await client.response(), /^ok ping /);
    assert.deepEqual(client.pendingEvents, []);
  });
});

Deno.test("requests are answered when they come byte by byte", async () => {
  await withServer(async ({ connect }) => {
    const client = await connect();
    for (const byte of new TextEncoder().encode("@đ ping\n@ok ping\n")) {
      await client.send(new Uint8Array([byte]));
    }
    assert.match(await client.response(), /^err - bad_request /);
    assert.match(await client.response(), /^@ok ok ping /);
  });
});

Deno.test("what was asked is answered when the client ends its sending half", async () => {
  await withServer(async ({ connect }) => {
    const client = await connect();
    await client.send(
      "reg alice matkhau-123\nlogin alice matkhau-123\nping\nping without its line end",
    );
    await client.finish();
    await client.ended();
    assert.deepEqual(client.transcript.map((line) => line.split(" ").slice(0, 2).join(" ")), [
      "ok reg",
      "ok login",
      "ok ping",
    ]);
  });
});

Deno.test("an internal error is told without its cause, and the operator gets the stack", async () => {
  const store = await openSqliteStore({ path: ":memory:" });
  store.findAccount = () => Promise.reject(new Error("secret detail of findAccount"));
  const server = await startTestServer({}, { store });
  const client = await LineClient.connect(server.port);
  try {
    const response = await client.request("reg alice matkhau-123");
    assert.match(response, /^err reg internal /);
    assert.doesNotMatch(response, /secret/);
    assert.match(server.reports.join("\n"), /secret detail of findAccount\n\s+at /);
  } finally {
    await client.close();
    await server.close();
  }
});
