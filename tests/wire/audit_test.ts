import assert from "node:assert/strict";
import { parseLog } from "../audit/log_reader.ts";
import { withServer } from "./with_server.ts";

const RULE = "-".repeat(55);

Deno.test("the log has every request, event and connection when the server has closed", async () => {
  const directory = await Deno.makeTempDir({ prefix: "chung-test-" });
  const tokens: string[] = [];
  // Noon in the server's time zone, whatever it is.
  const now = new Date(2026, 10, 23, 12, 0, 0, 123).getTime();
  try {
    await withServer(
      async ({ connect }) => {
        const [alice, bob] = [await connect(), await connect()];
        tokens.push(await alice.join("alice"), await bob.join("bob", "mật khẩu dài"));
        const [token, bobToken] = tokens;
        await alice.ok(`new_project ${token} Website`);
        await alice.ok(`add_group ${token} 1 [bob]`);
        await alice.ok(`enter ${token} 1`);
        await alice.ok(`enter ${token} 1`);
        await bob.ok(`@t1 chat ${bobToken} 1 hi\\nActionName: forged`);
        await alice.event();
        await bob.err(`chat ${bobToken} 1 ${"x".repeat(16_001)}`);
        await bob.err(`lgin bob mật khẩu dài`);
        await bob.err(`logout ${token} ${bobToken}`);
        await bob.err(`chat ${bobToken} 2 my token is ${token}`);
        await bob.send("x\0\n");
        await bob.response();
        await alice.ok(`logout ${token}`);
      },
      {},
      { directory, now: () => now },
    );
    const day = "23_11_2026";
    const read = (name: string) =>
      Deno.readTextFileSync(`${directory}/log/${day}/${name}_log_${day}.log`);
    const files = [...Deno.readDirSync(`${directory}/log/${day}`)].map(({ name }) => name)
      .filter((name) => !name.endsWith(".chain")).sort();
    assert.deepEqual(
      files,
      [
        "add_group",
        "chat",
        "connection",
        "enter",
        "event",
        "invalid",
        "login",
        "logout",
        "new_project",
        "reg",
      ]
        .map((name) => `${name}_log_${day}.log`),
    );
    const offset = -new Date(now).getTimezoneOffset();
    const zone = `${offset < 0 ? "-" : "+"}${
      [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
        String(part).padStart(2, "0")
      ).join(":")
    }`;
    assert.equal(
      read("reg").split("\n").slice(0, 8).join("\n"),
      [
        RULE,
        "ActionName: đăng ký",
        "ActionType: register",
        "User: anonymous user",
        "MessageRequest: reg alice ***",
        'MessageResponse: ok reg {"user":{"id":1,"username":"alice","role":"user"}}',
        `Timestamp: 2026-11-23 12:00:00.123 ${zone}`,
        RULE,
      ].join("\n"),
    );
    assert.match(
      read("login"),
      /User: bob\nMessageRequest: login bob \*\*\*\nMessageResponse: ok login \{"token":"\*\*\*",/,
    );
    assert.match(
      read("chat"),
      /User: bob\nMessageRequest: @t1 chat \*\*\* 1 hi\\nActionName: forged\n/,
    );
    assert.equal(
      read("chat").split("ActionName: ").length - 1,
      3 + 2,
      "the forged names are within lines",
    );
    assert.match(
      read("invalid"),
      /ActionName: không hợp lệ\nActionType: invalid\n.*\nMessageRequest: lgin \*\*\*\n/,
    );
    assert.match(read("invalid"), /MessageRequest: -\nMessageResponse: err - bad_encoding /);
    assert.match(read("event"), /User: bob\nMessageRequest: -\nMessageResponse: event chat \{/);
    assert.match(
      read("connection"),
      /MessageRequest: connect 127\.0\.0\.1:\d+\nMessageResponse: accepted\n/,
    );
    assert.match(
      read("connection"),
      /MessageRequest: disconnect 127\.0\.0\.1:\d+\nMessageResponse: closed by the client\n/,
    );
    for (const name of files) {
      const log = Deno.readTextFileSync(`${directory}/log/${day}/${name}`);
      for (const secret of [...tokens, "matkhau-123", "mật khẩu dài"]) {
        assert(!log.includes(secret), `${name} holds a secret`);
      }
      assert(log.split("\n").every((line) => line.length < 2_200), `${name} has a long line`);
    }
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

const PASSWORD = "matkhaurieng";

/** Lines with a password in the wrong place, with all that the log may keep of each. */
const misplaced: [line: string, request: string, response: RegExp][] = [
  [PASSWORD, "***", /^err - unknown_action /],
  [`@${PASSWORD} reg alice ${PASSWORD}`, "@*** reg alice ***", /^@\*\*\* err reg username_taken /],
  [`@${PASSWORD} alice`, "@*** ***", /^@\*\*\* err - unknown_action /],
  [`@${PASSWORD}`, "@***", /^@\*\*\* err - bad_request /],
  [`@${PASSWORD} chat x 1 hi`, "@*** chat *** 1 hi", /^@\*\*\* err chat invalid_token /],
  [`@${PASSWORD}!! login alice`, "@*** login ***", /^err - bad_request /],
  [`login ${PASSWORD} alice`, "login *** ***", /^err login bad_credentials /],
  [`login ${PASSWORD} ${"x".repeat(80)}`, "login *** ***", /^err login bad_credentials /],
  [`login ${PASSWORD}`, "login ***", /^err login bad_request /],
  [`reg ${PASSWORD} alice`, "reg *** ***", /^err reg invalid_password /],
  [`reg ${PASSWORD}! alice-alice`, "reg *** ***", /^err reg invalid_username /],
  [`logn alice ${PASSWORD}`, "logn ***", /^err - unknown_action /],
  ["login alice wrong-password", "login alice ***", /^err login bad_credentials /],
  ["login ALICE wrong-password", "login ALICE ***", /^err login bad_credentials /],
];

// Guard (passwords): a password typed in any place of a line that fails is not in the log
Deno.test("the log keeps no password that was typed in a wrong place", async () => {
  const directory = await Deno.makeTempDir({ prefix: "chung-test-" });
  try {
    await withServer(
      async ({ connect }) => {
        const alice = await connect();
        await alice.ok(`reg alice ${PASSWORD}`);
        for (const [line] of misplaced) assert.match(await alice.request(line), /^(@\S+ )?err /);
      },
      {},
      { directory },
    );
    const entries = [];
    for (const day of Deno.readDirSync(`${directory}/log`)) {
      for (const { name } of Deno.readDirSync(`${directory}/log/${day.name}`)) {
        if (name.endsWith(".chain")) continue;
        const text = Deno.readTextFileSync(`${directory}/log/${day.name}/${name}`);
        assert(!text.includes(PASSWORD), text);
        entries.push(...parseLog(text));
      }
    }
    for (const [line, request, response] of misplaced) {
      const logged = entries.filter((entry) => entry.request === request);
      assert(logged.some((entry) => response.test(entry.response)), line);
    }
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
});

Deno.test("chat and login go on when the log can't be written", async () => {
  await withServer(async ({ server, connect }) => {
    await Deno.remove(`${server.directory}/log`, { recursive: true });
    await Deno.writeTextFile(`${server.directory}/log`, "a file where the folder was");
    const client = await connect();
    const token = await client.join("alice");
    await client.ok(`new_project ${token} Website`);
    while (server.reports.length === 0) await client.chat(token, 1, "still here");
    for (let i = 0; i < 50; i++) await client.chat(token, 1, "still here");
    assert.equal(server.reports.length, 1, server.reports.join("\n"));
  });
});
