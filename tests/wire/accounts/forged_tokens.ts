import { Buffer } from "node:buffer";
import { createHmac } from "node:crypto";
import { generateKeyPair, SignJWT } from "jose";

export interface Claims {
  sub: string;
  jti: string;
  iat: number;
  exp: number;
}

/** The parts of alice's valid token, and bob's claims. */
export interface Known {
  token: string;
  header: string;
  payload: string;
  signature: string;
  claims: Claims;
  bob: Claims;
  secret: Uint8Array;
}

const base64url = (text: string) => Buffer.from(text).toString("base64url");

function hmac(input: string, secret: Uint8Array | string, hash = "sha256"): string {
  return createHmac(hash, secret).update(input).digest("base64url");
}

/** Signs an HS256 token by hand; JSON is passed as text, so that it may be malformed. */
export function sign(
  secret: Uint8Array | string,
  payload: string,
  header = '{"alg":"HS256","typ":"JWT"}',
  hash?: string,
): string {
  const input = `${base64url(header)}.${base64url(payload)}`;
  return `${input}.${hmac(input, secret, hash)}`;
}

/** A token with the right secret and some claims changed; undefined omits one. */
function claiming({ secret, claims }: Known, changes: Record<string, unknown>): string {
  return sign(secret, JSON.stringify({ ...claims, ...changes }));
}

/** A token with the right secret and claims, but another header. */
function headed({ secret, claims }: Known, header: Record<string, unknown>): string {
  return sign(secret, JSON.stringify(claims), JSON.stringify({ alg: "HS256", ...header }));
}

/** Changed claims with the original signature. */
function keptSignature({ header, claims, signature }: Known, changes: Partial<Claims>): string {
  return `${header}.${base64url(JSON.stringify({ ...claims, ...changes }))}.${signature}`;
}

async function signedWithOwnKey(algorithm: string, { claims }: Known): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm);
  return await new SignJWT({ ...claims }).setProtectedHeader({ alg: algorithm }).sign(privateKey);
}

/** Sets the two spare bits in the last of 43 characters: lenient decoders read the same bytes. */
function withSpareBits(signature: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return signature.slice(0, -1) + alphabet[alphabet.indexOf(signature.at(-1)!) + 1];
}

export const INVALID = "invalid_token";
export const EXPIRED = "token_expired";

/** Tokens that must be refused; `code` is `invalid_token` unless given. */
export const FORGED: [
  title: string,
  make: (known: Known) => string | Promise<string>,
  code?: string,
][] = [
  ["alg none", ({ payload }) => `${base64url('{"alg":"none"}')}.${payload}.`],
  [
    "alg none with a signature",
    ({ secret, claims }) => sign(secret, JSON.stringify(claims), '{"alg":"none"}'),
  ],
  [
    "alg nOnE",
    ({ payload, signature }) => `${base64url('{"alg":"nOnE"}')}.${payload}.${signature}`,
  ],
  ["no alg", ({ secret, claims }) => sign(secret, JSON.stringify(claims), "{}")],
  ["alg a number", (known) => headed(known, { alg: 256 })],
  ["alg a list", (known) => headed(known, { alg: ["HS256"] })],
  ["alg in lower case", (known) => headed(known, { alg: "hs256" })],
  [
    "HS384",
    ({ secret, claims }) => sign(secret, JSON.stringify(claims), '{"alg":"HS384"}', "sha384"),
  ],
  [
    "HS512",
    ({ secret, claims }) => sign(secret, JSON.stringify(claims), '{"alg":"HS512"}', "sha512"),
  ],
  ["says HS512, signed with HS256", (known) => headed(known, { alg: "HS512" })],
  ["RS256", (known) => signedWithOwnKey("RS256", known)],
  ["ES256", (known) => signedWithOwnKey("ES256", known)],
  ["another secret", ({ claims }) => sign(new Uint8Array(32), JSON.stringify(claims))],
  ["the empty secret", ({ claims }) => sign("", JSON.stringify(claims))],
  [
    "the secret in hexadecimal",
    ({ secret, claims }) => sign(Buffer.from(secret).toString("hex"), JSON.stringify(claims)),
  ],
  ["another sub, old signature", (known) => keptSignature(known, { sub: "bob" })],
  ["another jti, old signature", (known) => keptSignature(known, { jti: known.bob.jti })],
  ["a later exp, old signature", (known) => keptSignature(known, { exp: known.claims.exp + 1 })],
  ["another iat, old signature", (known) => keptSignature(known, { iat: known.claims.iat - 1 })],
  ["another's name", (known) => claiming(known, { sub: "bob" })],
  ["the name in another case", (known) => claiming(known, { sub: "ALICE" })],
  ["another's session", (known) => claiming(known, { jti: known.bob.jti })],
  ["a session that never was", (known) => claiming(known, { jti: crypto.randomUUID() })],
  ["an empty jti", (known) => claiming(known, { jti: "" })],
  ["jti with SQL in it", (known) => claiming(known, { jti: "' OR 1=1 --" })],
  [
    "jti with a lone surrogate",
    ({ secret, claims }) => sign(secret, JSON.stringify(claims).replace(claims.jti, "\\ud800")),
  ],
  ["jti with a NUL", (known) => claiming(known, { jti: `${known.claims.jti}\0` })],
  ["jti a list", (known) => claiming(known, { jti: [known.claims.jti] })],
  ["no exp", (known) => claiming(known, { exp: undefined })],
  ["exp null", (known) => claiming(known, { exp: null })],
  ["exp a text", (known) => claiming(known, { exp: String(known.claims.exp) })],
  ["exp a list", (known) => claiming(known, { exp: [known.claims.exp] })],
  ["exp negative", (known) => claiming(known, { exp: -1 }), EXPIRED],
  ["exp a second later", (known) => claiming(known, { exp: known.claims.exp + 1 })],
  ["exp far away", (known) => claiming(known, { exp: Number.MAX_SAFE_INTEGER })],
  ["exp beyond all integers", (known) => claiming(known, { exp: 1e300 })],
  [
    "exp infinite",
    ({ secret, claims }) =>
      sign(secret, JSON.stringify(claims).replace(String(claims.exp), "1e999")),
  ],
  ["exp a fraction", (known) => claiming(known, { exp: known.claims.exp - 0.5 })],
  ["iat a text", (known) => claiming(known, { iat: String(known.claims.iat) })],
  ["no iat", (known) => claiming(known, { iat: undefined })],
  ["no sub", (known) => claiming(known, { sub: undefined })],
  ["not yet good", (known) => claiming(known, { nbf: known.claims.iat + 60 })],
  ["kid", (known) => sign("", JSON.stringify(known.claims), '{"alg":"HS256","kid":"/dev/null"}')],
  ["a key of its own (jwk)", ({ claims }) => {
    const jwk = { kty: "oct", k: base64url("mine"), alg: "HS256" };
    return sign("mine", JSON.stringify(claims), JSON.stringify({ alg: "HS256", jwk }));
  }],
  [
    "a place for its key (jku)",
    ({ claims }) =>
      sign("mine", JSON.stringify(claims), '{"alg":"HS256","jku":"http://127.0.0.1:1/key"}'),
  ],
  ["crit", (known) => headed(known, { crit: ["later"], later: true })],
  ["crit empty", (known) => headed(known, { crit: [] })],
  ["an unencoded payload (b64)", (known) => headed(known, { crit: ["b64"], b64: false })],
  ["b64 that is no boolean", (known) => headed(known, { crit: ["b64"], b64: "no" })],
  [
    "sub twice",
    ({ secret, claims }) => sign(secret, JSON.stringify(claims).replace("}", ',"sub":"bob"}')),
  ],
  [
    "alg twice",
    ({ secret, claims }) => sign(secret, JSON.stringify(claims), '{"alg":"HS256","alg":"none"}'),
  ],
  ["a payload that is no JSON", ({ secret }) => sign(secret, "{")],
  ["a payload that is no UTF-8", ({ secret, header }) => {
    const input = `${header}.${Buffer.from([0x7b, 0xff, 0x7d]).toString("base64url")}`;
    return `${input}.${hmac(input, secret)}`;
  }],
  ["a payload of a list", ({ secret, claims }) => sign(secret, JSON.stringify([claims]))],
  ["a payload of null", ({ secret }) => sign(secret, "null")],
  [
    "a payload with __proto__",
    ({ secret, claims }) => sign(secret, `{"__proto__":${JSON.stringify(claims)}}`),
  ],
  ["padding", ({ token }) => `${token}=`],
  [
    "spare bits",
    ({ header, payload, signature }) => `${header}.${payload}.${withSpareBits(signature)}`,
  ],
  ["upper case", ({ token }) => token.toUpperCase()],
  ["a fourth part", ({ token }) => `${token}.e30`],
  ["a part less", ({ header, payload }) => `${header}.${payload}`],
  ["no payload", ({ header, signature }) => `${header}..${signature}`],
  ["its last character missing", ({ token }) => token.slice(0, -1)],
  ["quotes around it", ({ token }) => `"${token}"`],
  ["Bearer before it", ({ token }) => `Bearer:${token}`],
  ["another sign for a dot", ({ token }) => token.replaceAll(".", "\u2024")],
  ["a wide letter", ({ token }) => token.replace("e", "\uff45")],
  ["an invisible mark at its end", ({ token }) => `${token}\u200f`],
  ["a byte order mark before it", ({ token }) => `\ufeff${token}`],
  [
    "64 kB of signed claims",
    ({ secret, claims }) => sign(secret, JSON.stringify({ ...claims, jti: "x".repeat(48_000) })),
  ],
  ["64 kB of nothing", () => "x".repeat(65_000)],
  ["64 kB of dots", () => ".".repeat(65_000)],
  ["a word", () => "token"],
  ["the session's id", ({ claims }) => claims.jti],
  ["__proto__", () => "__proto__"],
];
