import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { parseLog } from "../../audit/log_reader.ts";
import { withFolder } from "../../folder.ts";
import type { LineClient } from "../../line_client.ts";
import { type Claims, EXPIRED, FORGED, INVALID, type Known, sign } from "./forged_tokens.ts";
import { withServer } from "../with_server.ts";

/** Noon in the server's time zone, so that one day's folder has the whole log. */
const NOON = new Date(2026, 10, 23, 12).getTime();

const ACTIONS: ((token: string) => string)[] = [
  (token) => `whoami ${token}`,
  (token) => `history ${token} 1`,
  (token) => `chat ${token} 1 forged`,
  (token) => `logout ${token}`,
];

async function refuse(client: LineClient, token: string, code: string, title: string) {
  for (const line of ACTIONS) {
    assert.equal(await client.err(line(token)), code, `${title}: ${line("…")}`);
  }
}

function claimsOf(token: string): Claims {
  return JSON.parse(Buffer.from(token.split(".")[1], "base64url").toString());
}

/** Reads the whole log, which has to consist of whole entries without any of these texts. */
async function logWithout(directory: string, secrets: string[]) {
  let entries = 0;
  for await (const day of Deno.readDir(`${directory}/log`)) {
    for await (const file of Deno.readDir(`${directory}/log/${day.name}`)) {
      const text = await Deno.readTextFile(`${directory}/log/${day.name}/${file.name}`);
      if (file.name.endsWith(".log")) entries += parseLog(text).length;
      for (const secret of secrets) {
        assert(!text.includes(secret), `${file.name} has ${secret.slice(0, 60)}`);
      }
    }
  }
  return entries;
}

// Guard (tokens): only this server's algorithm, token form, session name and expiry are accepted
Deno.test("no token is taken but one that this server gave, whatever is signed and however", async () => {
  await withFolder(async (directory) => {
    const tried: string[] = [];
    await withServer(
      async ({ server, connect }) => {
        const client = await connect();
        const token = await client.join("alice");
        const bob = claimsOf(await client.join("bob"));
        await client.ok(`new_project ${token} Website`);
        const [header, payload, signature] = token.split(".");
        const secret = await Deno.readFile(`${directory}/data/token_secret`);
        const claims = claimsOf(token);
        const known: Known = { token, header, payload, signature, claims, bob, secret };
        // Signing by hand gives the very same token: otherwise a case could be refused for another reason than its own.
        assert.equal(sign(secret, JSON.stringify(claims)), token);
        tried.push(token, signature);
        for (const cached of [false, true]) {
          for (const [title, make, code = INVALID] of FORGED) {
            const forged = await make(known);
            // Shorter ones are words that may occur anywhere.
            if (forged.length > 20 && !/^[.x]+$/.test(forged)) tried.push(forged.slice(0, 1_900));
            await refuse(client, forged, code, title);
          }
          // The second time, the valid token is cached and stays so.
          if (!cached) await client.ok(`whoami ${token}`);
        }
        await client.ok(`whoami ${token}`);
        const { messages } = await client.ok(`history ${token} 1`);
        assert.deepEqual(messages, []);
        assert.deepEqual(server.reports, []);
      },
      {},
      { directory, now: () => NOON },
    );
    const entries = await logWithout(directory, [...tried, "matkhau-123"]);
    assert(entries > 2 * FORGED.length * ACTIONS.length, `${entries} entries`);
  });
});

// Guard (tokens): logout and expiry end a token everywhere, a known one too
Deno.test("a token ends everywhere at once by logout, and by its time", async () => {
  let now = NOON;
  await withServer(
    async ({ server, connect }) => {
      const [here, there, fresh] = [await connect(), await connect(), await connect()];
      const token = await here.join("alice");
      await here.ok(`new_project ${token} Website`);
      const login = () => here.ok("login alice matkhau-123");
      const [logged, expired] = [(await login()).token, (await login()).token];
      // Cached on one connection and used on another.
      for (const each of [logged, expired]) await there.ok(`whoami ${each}`);
      await there.ok(`logout ${logged}`);
      for (const client of [here, there, fresh]) {
        await refuse(client, logged, INVALID, "logged out");
        await client.ok(`whoami ${token}`);
      }
      now += 7 * 24 * 60 * 60 * 1000 - 1;
      await here.ok(`whoami ${expired}`);
      now += 1;
      for (const client of [here, there, fresh]) {
        await refuse(client, expired, EXPIRED, "known, past its time");
        await refuse(client, token, EXPIRED, "past its time");
      }
      assert.deepEqual(server.reports, []);
    },
    {},
    { now: () => now },
  );
});

const remade: [title: string, remove: string][] = [
  ["another server's data folder", "data"],
  ["a secret that was replaced", "data/token_secret"],
];

for (const [title, remove] of remade) {
  // Guard (tokens): a new data folder or a replaced secret ends every earlier token
  Deno.test(`a token from before is refused with ${title}`, async () => {
    await withFolder(async (directory) => {
      let token = "";
      const run = (test: Parameters<typeof withServer>[0]) => withServer(test, {}, { directory });
      await run(async ({ connect }) => {
        const client = await connect();
        token = await client.join("alice");
        await client.ok(`new_project ${token} Website`);
      });
      await Deno.remove(`${directory}/${remove}`, { recursive: true });
      await run(async ({ server, connect }) => {
        const client = await connect();
        await refuse(client, token, INVALID, title);
        // Registering the same name again doesn't revive the old token either.
        if (remove === "data") await client.join("alice");
        await refuse(client, token, INVALID, title);
        assert.deepEqual(server.reports, []);
      });
    });
  });
}

// Guard (tokens): the secret alone refuses a copied session
Deno.test("a session copied from a deleted data folder is refused by its secret alone", async () => {
  await withFolder(async (directory) => {
    let old = "";
    const run = (test: Parameters<typeof withServer>[0]) => withServer(test, {}, { directory });
    await run(async ({ connect }) => {
      old = await (await connect()).join("alice");
    });
    const secret = await Deno.readFile(`${directory}/data/token_secret`);
    await Deno.remove(`${directory}/data`, { recursive: true });
    await run(async ({ server, connect }) => {
      const client = await connect();
      const claims = claimsOf(await client.join("alice"));
      // Knowing the old secret and a new session's id isn't enough to sign for it.
      const forged = sign(secret, JSON.stringify(claims));
      await refuse(client, forged, INVALID, "the old secret");
      await refuse(client, old, INVALID, "the old session");
      assert.deepEqual(server.reports, []);
    });
  });
});
