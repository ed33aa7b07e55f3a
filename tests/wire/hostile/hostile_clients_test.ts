import assert from "node:assert/strict";
import { connect as connectSocket } from "node:net";
import { withFolder } from "../../folder.ts";
import { LineClient } from "../../line_client.ts";
import { Program, SERVER_READY } from "../../program.ts";
import { startTestServer } from "../../server_fixture.ts";
import { withServer } from "../with_server.ts";

/** Connects, sends, and resets the connection as soon as `until` resolves. */
async function sendAndReset(port: number, lines: string, until: () => Promise<unknown>) {
  const socket = connectSocket(port, "127.0.0.1");
  socket.on("error", () => {});
  await new Promise((resolve) => socket.once("connect", resolve));
  if (lines !== "") {
    const answered = new Promise((resolve) => socket.once("data", resolve));
    socket.write(lines);
    await answered;
  }
  await until();
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.resetAndDestroy();
  await closed;
}

/** Reads an action's log after the server has closed. */
async function logged(
  action: string,
  test: Parameters<typeof withServer>[0],
  now?: () => number,
): Promise<string> {
  let text = "";
  await withFolder(async (directory) => {
    await withServer(test, {}, { directory, now });
    for await (const day of Deno.readDir(`${directory}/log`)) {
      const path = `${directory}/log/${day.name}/${action}_log_${day.name}.log`;
      // A test that passes midnight leaves two days, and not every action in each.
      text += await Deno.readTextFile(path).catch((error) => {
        if (error instanceof Deno.errors.NotFound) return "";
        throw error;
      });
    }
  });
  return text;
}

Deno.test("a connection that is reset with an enter behind slow requests leaves nobody in the room", async () => {
  await withServer(async ({ server, connect }) => {
    const owner = await connect();
    const token = await owner.join("alice");
    await owner.ok(`new_project ${token} Website`);
    const guest = await (await connect()).join("bob");
    await owner.ok(`add_group ${token} 1 bob`);
    const slow = Array.from({ length: 8 }, (_, i) => `login nobody${i} matkhau-123\n`).join("");
    await sendAndReset(server.port, `ping\n${slow}enter ${guest} 1\n`, () => Promise.resolve());
    // Logins are hashed in order of arrival: when this one is answered, the earlier ones are done.
    for (let i = 0; i < 12; i++) await owner.err(`login last${i} matkhau-123`);
    const { members } = await owner.ok(`members ${token} 1`);
    assert.deepEqual(members.map(({ online }: { online: boolean }) => online), [false, false]);
  }, { "bcrypt-cost": 10 });
});

Deno.test({
  name: "connections reset before they are accepted keep nobody waiting and are no news",
  // Windows can't suspend a process.
  ignore: Deno.build.os === "windows",
  async fn() {
    await withFolder(async (folder) => {
      const server = new Program("server.ts", [
        ...["--port", "0", "--data", `${folder}/data`, "--log", `${folder}/log`],
      ]);
      const port = Number(await server.line(SERVER_READY));
      server.kill("SIGSTOP");
      for (let i = 0; i < 20; i++) await sendAndReset(port, "", () => Promise.resolve());
      server.kill("SIGCONT");
      const client = await LineClient.connect(port);
      await client.ok("ping");
      await client.close();
      server.kill("SIGTERM");
      const { errors } = await server.end();
      assert.equal(errors, "");
    });
  },
});

Deno.test("a client that has ended its sending half is answered and told when the server stops", async () => {
  const server = await startTestServer({ "bcrypt-cost": 10 });
  const client = await LineClient.connect(server.port);
  const other = await LineClient.connect(server.port);
  await client.ok("reg alice matkhau-123");
  await client.send("login alice matkhau-123\n");
  await client.finish();
  // By then the server is processing the request.
  await other.ok("ping");
  await Promise.all([server.close(), client.ended(), other.ended()]);
  await Promise.all([client.close(), other.close()]);
  assert.match(client.transcript[1] ?? "nothing", /^ok login /);
  assert.equal(client.transcript[2], 'event closing {"reason":"shutdown"}');
});

Deno.test("each of many pipelined requests is answered when the client reads", async () => {
  await withServer(async ({ connect }) => {
    const client = await connect();
    const count = 20_000;
    const sending = client.send("help\n".repeat(count)).catch(() => {});
    for (let i = 0; i < count; i++) assert.match(await client.response(), /^ok help /);
    await sending;
    assert.deepEqual(client.pendingEvents, []);
  });
});

Deno.test("every large response has its log entry", async () => {
  const text = await logged("history", async ({ server, connect }) => {
    const writer = await connect();
    const token = await writer.join("alice");
    await writer.ok(`new_project ${token} Website`);
    for (let i = 0; i < 70; i++) await writer.chat(token, 1, "x".repeat(15_000));
    const readers = await Promise.all(Array.from({ length: 40 }, connect));
    await Promise.all(readers.map((reader) => reader.ok(`history ${token} 1`)));
    assert.deepEqual(server.reports, []);
  });
  assert.equal(text.split("MessageResponse: ok history").length - 1, 40);
});

Deno.test("many clients may pipeline messages while the store is well", async () => {
  await withServer(async ({ connect }) => {
    const owner = await connect();
    const token = await owner.join("alice");
    await owner.ok(`new_project ${token} Website`);
    const clients = await Promise.all(Array.from({ length: 100 }, connect));
    await Promise.all(clients.map(async (client) => {
      await client.send(`chat ${token} 1 hello\n`.repeat(200));
      for (let i = 0; i < 200; i++) assert.match(await client.response(), /^ok chat /);
    }));
  }, { "max-connections-per-account": 101 });
});

Deno.test("a closing event has its log entry", async () => {
  let now = Date.now();
  const text = await logged("event", async ({ server, connect }) => {
    const client = await connect();
    await client.ok("ping");
    now += 3_600_000;
    server.sweep();
    assert.deepEqual(await client.event(), ["closing", { reason: "idle" }]);
  }, () => now);
  assert.deepEqual(text.match(/^MessageResponse: .*$/gm), [
    'MessageResponse: event closing {"reason":"idle"}',
  ]);
});

Deno.test("a malformed request is logged with the user whom its token belongs to", async () => {
  const text = await logged("members", async ({ connect }) => {
    const client = await connect();
    const token = await client.join("alice");
    assert.equal(await client.err(`members ${token} one`), "bad_request");
    assert.equal(await client.err("members nonsense one"), "bad_request");
  });
  assert.deepEqual(text.match(/^User: .*$/gm), ["User: alice", "User: anonymous user"]);
});
