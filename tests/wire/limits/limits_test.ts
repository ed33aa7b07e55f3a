import assert from "node:assert/strict";
import type { ServerOptions } from "../../../lib/server/options/server_options.ts";
import { LineClient } from "../../line_client.ts";
import { connectRaw, linesToEnd, say, until } from "../raw_connections.ts";
import { withServer } from "../with_server.ts";

Deno.test("150 connections chat at once", async () => {
  await withServer(async ({ connect }) => {
    const owner = await connect();
    const token = await owner.join("alice");
    await owner.ok(`new_project ${token} Class`);
    const clients = await Promise.all(Array.from({ length: 149 }, connect));
    await Promise.all(clients.map((client) => client.ok(`enter ${token} 1`)));
    await Promise.all(clients.map((client, i) => client.chat(token, 1, `from ${i}`)));
    for (const client of clients) {
      const texts = new Set<string>();
      while (texts.size < 148) {
        const [type, data] = await client.event();
        if (type === "chat") texts.add(data.message);
      }
    }
  }, { "max-connections-per-account": 150 });
});

Deno.test("a connection past --max-connections is told so and closed, and the others stay", async () => {
  await withServer(async ({ server, connect }) => {
    const clients = await Promise.all(Array.from({ length: 100 }, connect));
    for (const client of clients) await client.ok("ping");
    for (const ask of [false, true]) {
      const late = await LineClient.connect(server.port);
      if (ask) await late.send("ping\n").catch(() => {});
      await late.ended();
      await late.close();
      assert.equal(late.transcript.length, 1);
      assert.match(late.transcript[0], /^err - server_full /);
    }
    await clients[0].ok("ping");
    await clients.pop()!.close();
    // The place is free once the server has seen the end.
    for (let response = ""; !response.startsWith("ok ");) {
      const next = await LineClient.connect(server.port);
      response = await next.request("ping").catch(() => "closed");
      await next.close();
    }
  }, { "max-connections": 100 });
});

// Guard (connections): a slow reader costs its cap, delays nobody and resumes without a gap
Deno.test("a connection that doesn't read delays nobody, is closed at its cap, and resumes without a gap", async () => {
  const cap = 1024 * 1024;
  await withServer(async ({ server, connect }) => {
    const writer = await connect();
    const token = await writer.join("alice");
    await writer.ok(`new_project ${token} Website`);
    const reader = await connect();
    await reader.ok(`enter ${token} 1`);
    // A plain connection without a reading loop.
    const deaf = await connectRaw(server.port);
    await say(deaf, `enter ${token} 1\n`);
    while ((await reader.ok(`members ${token} 1`)).members.length === 0);
    const text = "x".repeat(16_000);
    let count = 0;
    let stuck = 0;
    let most = 0;
    // The other member receives each message that the non-reading one doesn't, before the next is written.
    for (let ending = 0; ending === 0; count++) {
      await writer.chat(token, 1, text);
      while ((await reader.event())[0] !== "chat");
      const now = server.connections();
      ending = now.ending;
      most = Math.max(most, now.unreadBytes);
      if (now.unreadBytes > 2 * text.length && ending === 0) stuck++;
    }
    assert(stuck > 20, `it was stuck for ${stuck} messages only`);
    assert(most <= cap, `${most} bytes waited`);
    // More are written during and after the close.
    for (let i = 0; i < 10; i++, count++) await writer.chat(token, 1, text);
    const lines = await linesToEnd(deaf);
    assert.equal(lines.pop(), 'event closing {"reason":"slow_consumer"}');
    const seen = lines.flatMap((line) =>
      line.startsWith("event chat ") ? JSON.parse(line.slice("event chat ".length)).id : []
    );
    assert(seen.length < count);
    // Nothing is lost: it resumes after its last message.
    const again = await connect();
    for (let more = true; more;) {
      const page = await again.ok(`enter ${token} 1 ${seen.at(-1)}`);
      seen.push(...page.messages.map(({ id }: { id: number }) => id));
      more = page.more;
    }
    assert.deepEqual(seen, Array.from({ length: count }, (_, index) => index + 1));
    await until(() => server.connections().ended.slow_consumer === 1);
    assert.deepEqual(server.reports, []);
  }, { "max-output": cap });
});

// Guard (connections): silence has a time limit
Deno.test("a connection that shows no valid token is closed after ten minutes of silence", async () => {
  let time = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ server, connect }) => {
      const [silent, talking, member, owner] = await Promise.all([
        connect(),
        connect(),
        connect(),
        connect(),
      ]);
      const token = await owner.join("alice");
      await silent.ok("ping");
      await talking.ok("ping");
      assert.equal(await silent.err("whoami nonsense"), "invalid_token");
      await member.ok(`whoami ${token}`);
      time += 10 * 60 * 1000 - 1;
      server.sweep();
      await talking.ok("ping");
      time += 1;
      server.sweep();
      await silent.ended();
      assert.equal(silent.transcript.at(-1), 'event closing {"reason":"idle"}');
      for (const client of [talking, member, owner]) await client.ok("ping");
    },
    {},
    { now: () => time },
  );
});

interface Edge {
  option: keyof ServerOptions;
  /** A value other than the default, which has to take effect too. */
  other: number;
  /** A line of the given length, with a token if needed; `nth` makes it unique. */
  line: (length: number, token: string, nth: string) => string;
  /** The next length that is refused. */
  past?: number;
  code: string;
}

const EDGES: Edge[] = [
  {
    option: "max-line",
    other: 2_000,
    line: (length) => `ping${" ".repeat(length - "ping\n".length)}`,
    code: "line_too_long",
  },
  {
    option: "max-username",
    other: 7,
    line: (length, _token, nth) => `reg ${nth.padEnd(length, "n")} matkhau-123`,
    code: "invalid_username",
  },
  {
    option: "min-password",
    other: 12,
    line: (length, _token, nth) => `reg ${nth} ${"đ".repeat(length)}`,
    past: -1,
    code: "invalid_password",
  },
  {
    option: "max-password",
    other: 40,
    line: (length, _token, nth) => `reg ${nth} ${"đ".repeat(8)}${"x".repeat(length - 16)}`,
    code: "invalid_password",
  },
  {
    option: "max-project-name",
    other: 9,
    line: (length, token) => `new_project ${token} ${"😀".repeat(length)}`,
    code: "invalid_project_name",
  },
  {
    option: "max-message",
    other: 100,
    line: (length, token) => `chat ${token} 1   ${"😀".repeat(length)}  `,
    code: "message_too_long",
  },
];

for (const { option, other, line, past = 1, code } of EDGES) {
  // Guard (connections): each limit of the protocol holds at its edge
  Deno.test(`--${option} is allowed to the full and not by one past it, as told by help`, async () => {
    for (const options of [{}, { [option]: other }]) {
      await withServer(async ({ connect }) => {
        const client = await connect();
        const token = await client.join("alice", "matkhau-matkhau");
        await client.ok(`new_project ${token} Website`);
        const { limits } = await client.ok("help");
        const length = limits[option.replaceAll("-", "_")];
        assert.equal(length === other, option in options);
        await client.ok(line(length, token, "first"));
        assert.equal(await client.err(line(length + past, token, "second")), code);
        await client.ok("ping");
      }, options);
    }
  });
}

Deno.test("--token-seconds is how long a token is good", async () => {
  let time = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ connect }) => {
      const client = await connect();
      const token = await client.join("alice");
      time += 90_000 - 1;
      await client.ok(`whoami ${token}`);
      time += 1;
      assert.equal(await client.err(`whoami ${token}`), "token_expired");
    },
    { "token-seconds": 90 },
    { now: () => time },
  );
});

Deno.test("failed logins make wait 30 s from the tenth on, doubling to 15 min, and another name not at all", async () => {
  let time = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ connect }) => {
      const client = await connect();
      await client.join("alice");
      await client.join("bob");
      const wrong = () => client.err("login Alice wrong-word");
      for (let i = 0; i < 10; i++) assert.equal(await wrong(), "bad_credentials");
      for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
        const told = await client.request("login alice matkhau-123");
        assert.match(told, new RegExp(`^err login rate_limited .* in ${seconds} s$`));
        await client.ok("login bob matkhau-123");
        time += seconds * 1000 - 1;
        assert.equal(await wrong(), "rate_limited");
        time += 1;
        assert.equal(await wrong(), "bad_credentials");
      }
      time += 900_000;
      await client.ok("login alice matkhau-123");
      for (let i = 0; i < 9; i++) assert.equal(await wrong(), "bad_credentials");
      await client.ok("login alice matkhau-123");
    },
    {},
    { now: () => time },
  );
});
