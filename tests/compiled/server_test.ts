import assert from "node:assert/strict";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { LineClient } from "../line_client.ts";
import { Program, SERVER_READY } from "../program.ts";
import { talkGivenActions } from "../wire/given_actions.ts";
import { testExecutables } from "./executables.ts";
import type { Place } from "./place.ts";

async function startServer(
  place: Place,
  folder?: string,
  environment?: Record<string, string>,
): Promise<{ server: Program; port: number }> {
  const server = place.start("chung-server", ["--port", "0"], { folder, environment });
  return { server, port: Number(await server.line(SERVER_READY)) };
}

async function stop(program: Program): Promise<void> {
  program.kill("SIGTERM");
  assert.deepEqual(await program.end(), { code: 0, errors: "" });
}

testExecutables(
  "chung-server answers the given six actions, and writes only its data and its log",
  async (place) => {
    const { server, port } = await startServer(place);
    await talkGivenActions(port);
    await stop(server);
    const places =
      /^\/work\/(data\/(chung\.db|chung\.lock|token_secret|figures\.jsonl)|log\/[\d_]{10}\/\w+\.log(\.chain)?)$/;
    const files = place.files();
    assert(files.includes("/work/data/chung.db"));
    assert.deepEqual(files.filter((file) => !places.test(file)), []);
  },
);

testExecutables(
  "chung-server is administered while it runs, and knows everything again when restarted",
  async (place) => {
    let { server, port } = await startServer(place);
    let client = await LineClient.connect(port);
    const token = await client.join("alice");
    const granting = place.start("chung-server", ["admin", "grant", "alice"]);
    assert.deepEqual(await granting.end(), { code: 0, errors: "" });
    assert.match(granting.lines.join("\n"), /^alice: /);
    const doctor = place.start("chung-server", ["doctor", "--port", String(port)]);
    assert.deepEqual(await doctor.end(), { code: 0, errors: "" });
    assert.match(doctor.lines.join("\n"), /a server is using \.\/data; it was only read/);
    await client.ok(`users ${token}`);
    await client.ok(`new_project ${token} Trang web`);
    const { message } = await client.ok(`chat ${token} 1 chào cả nhà`);
    await stop(server);
    await client.close();

    ({ server, port } = await startServer(place));
    client = await LineClient.connect(port);
    assert.deepEqual((await client.ok(`enter ${token} 1`)).messages, [message]);
    await client.close();
    await stop(server);
  },
);

testExecutables("chung-server starts in whatever folder, and tells systemd", async (place) => {
  await Deno.mkdir(place.path("/work/a b/ở đâu"), { recursive: true });
  const receiver = new URL("../systemd_receiver.ts", import.meta.url).pathname;
  const systemd = new Program({
    command: Deno.execPath(),
    args: ["run", "-A", "--unstable-net", receiver, place.path("/work/notify")],
    environment: Deno.env.toObject(),
  });
  await systemd.line(/^ready$/);
  const { server } = await startServer(place, "/work/a b/ở đâu", {
    NOTIFY_SOCKET: "/work/notify",
    WATCHDOG_USEC: "200000",
  });
  for (const told of [/^READY=1$/, /^WATCHDOG=1$/]) await systemd.line(told);
  await stop(server);
  await systemd.line(/^STOPPING=1$/);
  systemd.kill("SIGTERM");
  await systemd.end();
  assert.deepEqual(place.files().filter((file) => file.startsWith("/tmp/")), []);
  assert(place.files().includes("/work/a b/ở đâu/data/chung.db"));
});

testExecutables(
  "chung-server ends with one line and 1 when it can't write its folders",
  async (place) => {
    await Deno.writeTextFile(place.path("/work/file"), "");
    for (const option of ["--data", "--log"]) {
      const server = place.start("chung-server", ["--port", "0", option, `file/here`]);
      const { code, errors } = await server.end();
      assert.equal(code, 1, errors);
      assert.match(errors, /^chung-server: [^\n]*file\/here[^\n]*\n$/);
    }
  },
);

testExecutables(
  "chung-server backs up a running server, and restores an encrypted backup",
  async (place) => {
    const run = async (args: string[]) => {
      const program = place.start("chung-server", args);
      assert.equal((await program.end()).code, 0, (await program.end()).errors);
    };
    const { server, port } = await startServer(place);
    const client = await LineClient.connect(port);
    const token = await client.join("alice");
    await client.ok(`new_project ${token} Trang web`);
    const { message } = await client.ok(`chat ${token} 1 chào cả nhà`);
    const identity = await generateX25519Identity();
    await Deno.writeTextFile(place.path("/work/key.txt"), identity);
    const recipient = await identityToRecipient(identity);
    await run(["backup", "chung.age", "--encrypt-to", recipient]);
    await client.close();
    await stop(server);
    await Deno.remove(place.path("/work/data"), { recursive: true });

    await run(["restore", "chung.age", "--identity", "key.txt"]);
    const restored = await startServer(place);
    const again = await LineClient.connect(restored.port);
    const { token: anew } = await again.ok("login alice matkhau-123");
    assert.deepEqual((await again.ok(`enter ${anew} 1`)).messages, [message]);
    await again.close();
    await stop(restored.server);
  },
);
