import assert from "node:assert/strict";
import { startTestServer } from "../../server_fixture.ts";
import { ScriptedPeer } from "../scripted_peer.ts";
import { startTestClient, type TestBrowser, type TestClient } from "../test_browser.ts";
import { locationOf, textOf } from "../with_browsers.ts";

const PASSWORD = "matkhau-123";

/** Runs on a server that admits no strangers, with a way to get invitations. */
async function withInvitations(
  registration: "invite" | "closed",
  run: (client: TestClient, invite: (uses?: number) => Promise<string>) => Promise<void>,
): Promise<void> {
  const server = await startTestServer({ registration });
  const client = await startTestClient(server);
  try {
    const invite = async (uses = 1) => {
      const answer = await server.operate(`invite - ${uses}`);
      return JSON.parse(answer.slice(answer.indexOf("{"))).invitation.code as string;
    };
    await run(client, invite);
    assert.deepEqual(client.reports, []);
  } finally {
    client.close();
    await server.close();
  }
}

const problemOf = (page: string, field: string) =>
  new RegExp(`<p class="problem" id="${field}-problem"[^>]*>([^<]*)`).exec(page)?.[1] ?? "";

const join = (browser: TestBrowser, code: string, username: string, more = {}) =>
  browser.post("/join", { code, username, password: PASSWORD, ...more });

for (const registration of ["invite", "closed"] as const) {
  Deno.test(`an invitation admits where registration is ${registration}, as often as it says`, async () => {
    await withInvitations(registration, async (client, invite) => {
      const told = registration === "invite"
        ? /accepts only people with an invitation.* If you have a code, use it below/
        : /does not accept new registrations/;
      const form = await client.browser().post("/register", {
        username: "lan",
        password: PASSWORD,
      });
      const refused = await textOf(form, 403);
      assert.match(/id="form-problem"[^>]*>([^<]*)/.exec(refused)![1], told);
      assert.match(refused, /value="lan"/);
      assert.match(refused, /<a href="\/join">Use its code<\/a>/);

      const code = await invite(2);
      const lan = client.browser();
      assert.equal(await locationOf(await join(lan, code, "lan")), "/");
      await textOf(await lan.get("/"));
      // Copied along with the link that it was in.
      const minh = client.browser();
      const link = ` https://chung.example/join#${code} `;
      assert.equal(await locationOf(await join(minh, link, "minh")), "/");

      const late = await textOf(await join(client.browser(), code, "late"), 422);
      assert.match(problemOf(late, "code"), /not valid, has expired, or was used up/);
      assert.match(late, new RegExp(`id="code"[^>]*value="${code}"`));
      assert.match(late, /value="late"/);
    });
  });
}

Deno.test("the form of an invitation tells every fault at its field", async () => {
  await withInvitations("invite", async (client, invite) => {
    const code = await invite();
    const page = await textOf(await client.browser().get("/join"));
    assert.match(page, /<input id="code"[^>]*autofocus/);
    assert.match(page, /src="\/join\.js/);
    const cases: [Record<string, string>, string[]][] = [
      [{ code: "", username: "", password: "" }, ["code", "username", "password"]],
      [{ code: "", username: "lan", password: "short" }, ["code", "password"]],
      [{ code, username: "bad name", password: PASSWORD }, ["username"]],
      [{ code, username: "lan", password: "short" }, ["password"]],
      [{ code: "two words", username: "lan", password: PASSWORD }, ["code"]],
      [{ code: "x".repeat(26), username: "lan", password: PASSWORD }, ["code"]],
    ];
    for (const [fields, faulty] of cases) {
      const page = await textOf(await client.browser().post("/join", fields), 422);
      const found = ["code", "username", "password"].filter((at) => problemOf(page, at) !== "");
      assert.deepEqual(found, faulty, JSON.stringify(fields));
    }
    // Nothing of that has used the invitation up.
    assert.equal(await locationOf(await join(client.browser(), code, "lan")), "/");
  });
});

Deno.test("an invitation that is posted twice, or whose answer was lost, makes one account", async () => {
  await withInvitations("invite", async (client, invite) => {
    const code = await invite();
    const browser = client.browser();
    const posted = await Promise.all([1, 2].map(() => join(browser, code, "lan", { tag: "one" })));
    for (const response of posted) assert.equal(await locationOf(response), "/");
  });
  const peer = new ScriptedPeer();
  const client = await startTestClient(peer.address);
  try {
    const lost = join(client.browser(), "code", "lan", { tag: "one" });
    const first = await peer.accept();
    assert.equal(await first.line(), `join code lan ${PASSWORD}`);
    first.close();
    await textOf(await lost, 503);
    const second = join(client.browser(), "code", "lan", { tag: "one" });
    const again = await peer.accept();
    await again.line();
    await again.send("err join invalid_invitation it was used up\n");
    const login = await peer.accept();
    assert.equal(await login.line(), `login lan ${PASSWORD}`);
    const user = { id: 1, username: "lan", role: "user" };
    const answer = { token: "x.y.z", user, expires_at: "2100-01-01T00:00:00.000Z" };
    await login.send(`ok login ${JSON.stringify(answer)}\n`);
    assert.equal(await locationOf(await second), "/");
  } finally {
    client.close();
    peer.close();
  }
});

Deno.test("who is logged in is told that an invitation is for a new account", async () => {
  await withInvitations("invite", async (client, invite) => {
    const lan = client.browser();
    await join(lan, await invite(), "lan");
    const page = await textOf(await lan.get("/join"));
    assert.match(page, /You are logged in as lan\. An invitation is for a new account/);
    assert.doesNotMatch(page, /name="code"/);
  });
});
