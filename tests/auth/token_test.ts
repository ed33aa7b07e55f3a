import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import fc from "fast-check";
import { generateKeyPair, SignJWT } from "jose";
import { Tokens } from "../../lib/auth/token.ts";

const CLAIMS = { username: "alice", id: "6f0c", issuedAt: 1_000, expiresAt: 2_000 };
const PAYLOAD = { sub: "alice", jti: "6f0c", iat: 1_000, exp: 2_000 };
const NOW = 1_500_000;

interface Opened {
  tokens: Tokens;
  secret: Uint8Array;
}

async function withTokens(test: (opened: Opened) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "token_secret");
    await test({ tokens: await Tokens.open(path), secret: await Deno.readFile(path) });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** Signs a token by hand. */
function sign(secret: Uint8Array, payload: unknown, alg = "HS256", hash = "sha256"): string {
  const input = `${encode({ alg })}.${encode(payload)}`;
  return `${input}.${createHmac(hash, secret).update(input).digest("base64url")}`;
}

Deno.test("Tokens.verify gives the claims of a token that was issued", () =>
  withTokens(async ({ tokens }) => {
    assert.deepEqual(await tokens.verify(await tokens.issue(CLAIMS), NOW), CLAIMS);
  }));

Deno.test("Tokens.issue makes a JWT of HS256 with exactly sub, jti, iat and exp", () =>
  withTokens(async ({ tokens }) => {
    const [header, payload, signature] = (await tokens.issue(CLAIMS)).split(".");
    assert.deepEqual(JSON.parse(atob(header)), { alg: "HS256", typ: "JWT" });
    assert.deepEqual(JSON.parse(atob(payload)), PAYLOAD);
    assert.equal(Buffer.from(signature, "base64url").length, 32);
  }));

const times: [now: number, code: string | null][] = [
  [0, null],
  [1_999_999, null],
  [1_999_999.9, null],
  [2_000_000, "token_expired"],
  [2_000_001, "token_expired"],
  [9_000_000_000, "token_expired"],
];

for (const [now, code] of times) {
  Deno.test(`Tokens.verify ${code === null ? "takes" : "refuses"} a token until 2,000 s at ${now} ms`, () =>
    withTokens(async ({ tokens }) => {
      const verified = tokens.verify(await tokens.issue(CLAIMS), now);
      if (code === null) assert.deepEqual(await verified, CLAIMS);
      else await assert.rejects(verified, { name: "ChungError", code, message: /log in again/ });
    }));
}

const forged: [title: string, make: (opened: Opened) => string | Promise<string>][] = [
  ["is empty", () => ""],
  ["is a word", () => "token"],
  ["has a space", async ({ tokens }) => ` ${await tokens.issue(CLAIMS)}`],
  ["has a fourth part", async ({ tokens }) => `${await tokens.issue(CLAIMS)}.e30`],
  ["has no signature", ({ secret }) => sign(secret, PAYLOAD).replace(/[^.]*$/, "")],
  ["says alg none", () => `${encode({ alg: "none" })}.${encode(PAYLOAD)}.`],
  ["says alg none but is signed", ({ secret }) => sign(secret, PAYLOAD, "none")],
  ["is signed with HS512", ({ secret }) => sign(secret, PAYLOAD, "HS512", "sha512")],
  ["says HS512", ({ secret }) => sign(secret, PAYLOAD, "HS512")],
  ["is signed with another secret", () => sign(new Uint8Array(32), PAYLOAD)],
  [
    "is signed with RS256",
    async () => {
      const { privateKey } = await generateKeyPair("RS256");
      return await new SignJWT(PAYLOAD).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
    },
  ],
  [
    "has another's claims under its signature",
    ({ secret }) => {
      const [header, , signature] = sign(secret, PAYLOAD).split(".");
      return `${header}.${encode({ ...PAYLOAD, sub: "admin" })}.${signature}`;
    },
  ],
  ["has no sub", ({ secret }) => sign(secret, { ...PAYLOAD, sub: undefined })],
  ["has no jti", ({ secret }) => sign(secret, { ...PAYLOAD, jti: undefined })],
  ["has no iat", ({ secret }) => sign(secret, { ...PAYLOAD, iat: undefined })],
  ["has no exp", ({ secret }) => sign(secret, { ...PAYLOAD, exp: undefined })],
  ["has a number as sub", ({ secret }) => sign(secret, { ...PAYLOAD, sub: 1 })],
  ["has a number as jti", ({ secret }) => sign(secret, { ...PAYLOAD, jti: 1 })],
  ["has a text as exp", ({ secret }) => sign(secret, { ...PAYLOAD, exp: "2000" })],
  ["has a fraction as exp", ({ secret }) => sign(secret, { ...PAYLOAD, exp: 2000.5 })],
  ["is not yet good", ({ secret }) => sign(secret, { ...PAYLOAD, nbf: 1_900 })],
  ["holds a list", ({ secret }) => sign(secret, [PAYLOAD])],
  ["holds null", ({ secret }) => sign(secret, null)],
];

for (const [title, make] of forged) {
  Deno.test(`Tokens.verify refuses a token that ${title}`, () =>
    withTokens(async (opened) => {
      const token = await make(opened);
      await assert.rejects(opened.tokens.verify(token, NOW), {
        name: "ChungError",
        code: "invalid_token",
        message: /log in again/,
      });
    }));
}

Deno.test("Tokens.verify takes the token that the forged ones are made from", () =>
  withTokens(async ({ tokens, secret }) => {
    assert.deepEqual(await tokens.verify(sign(secret, PAYLOAD), NOW), CLAIMS);
  }));

Deno.test("Tokens.verify refuses any garbage", () =>
  withTokens(async ({ tokens }) => {
    const part = fc.stringMatching(/^[\w-]{0,50}$/);
    const garbage = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.tuple(part, part, part).map((parts) => parts.join(".")),
      fc.tuple(fc.json(), fc.json(), fc.stringMatching(/^[\w-]{42}A$/)).map((
        [header, payload, signature],
      ) => `${encode(header)}.${encode(payload)}.${signature}`),
    );
    await fc.assert(fc.asyncProperty(garbage, async (token) => {
      await assert.rejects(tokens.verify(token, NOW), { code: "invalid_token" });
    }));
  }));

Deno.test("Tokens.verify refuses a token when any one character is another", () =>
  withTokens(async ({ tokens }) => {
    const token = await tokens.issue(CLAIMS);
    const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. ";
    for (let place = 0; place < token.length; place++) {
      for (const character of characters) {
        if (character === token[place]) continue;
        const changed = token.slice(0, place) + character + token.slice(place + 1);
        await assert.rejects(tokens.verify(changed, NOW), { code: "invalid_token" });
      }
    }
  }));
