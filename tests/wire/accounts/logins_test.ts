import assert from "node:assert/strict";
import { withFolder } from "../../folder.ts";
import type { LineClient } from "../../line_client.ts";
import { withServer } from "../with_server.ts";

const PASSWORD = "matkhau-123";

async function connectMany(count: number, connect: () => Promise<LineClient>) {
  return await Promise.all(Array.from({ length: count }, connect));
}

// Guard (passwords): 200 people log in at once while others chat
Deno.test("200 people who log in at once all get in, while two others chat", async () => {
  await withServer(async ({ server, connect }) => {
    const [alice, bob] = [await connect(), await connect()];
    const tokens = [await alice.join("alice"), await bob.join("bob")];
    await alice.ok(`new_project ${tokens[0]} Website`);
    await alice.ok(`add_group ${tokens[0]} 1 bob`);
    for (const [place, client] of [alice, bob].entries()) {
      await client.ok(`enter ${tokens[place]} 1`);
    }
    while ((await alice.event())[0] !== "enter");
    const people = await connectMany(200, connect);
    await Promise.all(people.map((client, i) => client.ok(`reg person${i} ${PASSWORD}`)));
    let left = people.length;
    const logins = people.map(async (client, i) => {
      const { user } = await client.ok(`login person${i} ${PASSWORD}`);
      assert.equal(user.username, `person${i}`);
      left--;
    });
    let said = 0;
    let saidMeanwhile = 0;
    while (left > 0) {
      const [writer, reader] = said % 2 === 0 ? [alice, bob] : [bob, alice];
      const { id } = await writer.chat(tokens[said % 2], 1, `message ${said}`);
      const [type, data] = await reader.event();
      assert.deepEqual([type, data.id, data.message], ["chat", id, `message ${said}`]);
      said++;
      if (left > 0) saidMeanwhile++;
    }
    await Promise.all(logins);
    // Logins yield to chat, so that some messages are delivered even on a machine with one core.
    assert(saidMeanwhile > 0, "no message was delivered before the last had logged in");
    assert.deepEqual(server.reports, []);
  }, { "bcrypt-cost": 6 });
});

// Guard (passwords): parallel connections give no further guesses
Deno.test("guesses on 50 connections at once are no more than one connection has", async () => {
  let now = Date.UTC(2026, 10, 23);
  await withServer(
    async ({ connect }) => {
      const member = await connect();
      await member.join("alice");
      const guess = async (client: LineClient, place: number) => {
        // Names are case-insensitive.
        const name = place % 2 === 0 ? "alice" : "ALICE";
        return await client.err(`login ${name} guess-${place}-word`);
      };
      const guessers = await connectMany(50, connect);
      for (const [wait, allowed] of [[0, 10], [30_000, 1], [60_000, 1]]) {
        now += wait;
        const answers = await Promise.all(guessers.map(guess));
        const tried = answers.filter((code) => code === "bad_credentials").length;
        assert.equal(tried, allowed, `after ${wait} ms`);
        assert.equal(answers.filter((code) => code === "rate_limited").length, 50 - allowed);
        assert.equal(await member.err(`login alice ${PASSWORD}`), "rate_limited");
      }
      now += 120_000;
      await member.ok(`login alice ${PASSWORD}`);
      // The count starts over.
      const answers = await Promise.all(guessers.slice(0, 9).map(guess));
      assert.deepEqual(new Set(answers), new Set(["bad_credentials"]));
      await member.ok(`login alice ${PASSWORD}`);
    },
    {},
    { now: () => now },
  );
});

// Guard (passwords): a password that no account can have counts as a failure
Deno.test("passwords of more than 72 bytes are refused as any wrong one, and count as such", async () => {
  await withServer(async ({ connect }) => {
    const client = await connect();
    await client.ok(`reg alice ${"x".repeat(72)}`);
    const long = ["x".repeat(73), `${"ạ".repeat(24)}x`, "😀".repeat(19), "x".repeat(65_000)];
    for (const password of long) {
      assert.equal(await client.err(`reg bob ${password}`), "invalid_password");
      for (const name of ["alice", "nobody"]) {
        assert.equal(
          await client.request(`login ${name} ${password}`),
          "err login bad_credentials wrong username or password",
        );
      }
    }
    assert.equal(await client.err("login alice wrong-word"), "bad_credentials");
    for (const name of ["alice", "nobody"]) {
      for (let i = 0; i < 10; i++) await client.err(`login ${name} ${long[0]}`);
      assert.equal(await client.err(`login ${name} ${"x".repeat(72)}`), "rate_limited");
    }
    // A NUL is refused even earlier.
    assert.equal(await client.err(`reg bob matkhau\0-123`), "bad_encoding");
    assert.equal(await client.err(`login alice ${"x".repeat(72)}\0`), "bad_encoding");
  });
});

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The ratio of two durations, as the median of several tries in turn. */
async function ratio(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < 11; i++) {
    for (const [place, ask] of [one, other].entries()) {
      const start = performance.now();
      await ask();
      times[place].push(performance.now() - start);
    }
  }
  return median(times[0]) / median(times[1]);
}

// Guard (passwords): a wrong name takes as long as a wrong password, whatever cost the hash was made with
Deno.test("a login takes no other time for a wrong name than for a wrong password, of whatever cost", async () => {
  await withFolder(async (directory) => {
    await withServer(
      async ({ connect }) => {
        await (await connect()).ok(`reg old ${PASSWORD}`);
      },
      { "bcrypt-cost": 5 },
      { directory },
    );
    await withServer(
      async ({ connect }) => {
        const client = await connect();
        await client.ok(`reg new ${PASSWORD}`);
        const login = (name: string) => async () =>
          assert.equal(await client.err(`login ${name} wrong-word`), "bad_credentials");
        for (const name of ["new", "old"]) {
          const ratios: number[] = [];
          // Without the guards it is at most a tenth; other activity on the machine may disturb one try, but not five.
          do ratios.push(await ratio(login("nobody"), login(name))); while (
            ratios.length < 5 && Math.abs(Math.log2(ratios.at(-1)!)) > 1
          );
          assert(Math.abs(Math.log2(ratios.at(-1)!)) <= 1, `${name}: ${ratios}`);
        }
      },
      { "bcrypt-cost": 9, "max-failed-logins": 1_000 },
      { directory },
    );
  });
});
