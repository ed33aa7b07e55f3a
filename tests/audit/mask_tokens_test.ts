import assert from "node:assert/strict";
import fc from "fast-check";
import { maskTokens } from "../../lib/audit/mask_tokens.ts";
import { Tokens } from "../../lib/auth/token.ts";
import { withFolder } from "../folder.ts";

const HEADER = "eyJhbGciOiJIUzI1NiJ9";
const PAYLOAD = "eyJzdWIiOiJhbGljZSJ9";
const SIGNATURE = "H-NubzpDTOdaVz99clsi_H5eNZHOUFnBHhCmzTMYD3A";
const TOKEN = `${HEADER}.${PAYLOAD}.${SIGNATURE}`;

const masked: [line: string, expected: string][] = [
  [TOKEN, "***.***.***"],
  [`<${TOKEN}>,(${TOKEN})`, "<***.***.***>,(***.***.***)"],
  [`x${TOKEN}`, "***.***.***"],
  [`a.b.${TOKEN}`, "a.b.***.***.***"],
  [`see ${TOKEN}.`, "see ***.***.***."],
  [`https://example.vn/?token=${TOKEN}`, "https://example.vn/?token=***.***.***"],
  [`https://example.vn/${TOKEN}`, "https://example.vn/***.***.***"],
  [TOKEN.slice(1), "***.***.***"],
  [TOKEN.slice(3), "***.***.***"],
  [TOKEN.slice(0, -20), "***.***.***"],
  [`${HEADER} ${PAYLOAD} ${SIGNATURE}`, "*** *** ***"],
  [`${HEADER},${PAYLOAD};${SIGNATURE}`, "***,***;***"],
  [String.raw`${HEADER}\n${PAYLOAD}\n${SIGNATURE}`, String.raw`***\***\***`],
  [HEADER, "***"],
  [`the last part is ${SIGNATURE}`, "the last part is ***"],
  [TOKEN.toUpperCase(), "***.***.***"],
  [TOKEN.toLowerCase(), "***.***.***"],
  [SIGNATURE.slice(0, 30), "***"],
  // Pieces are known by the part beside them.
  ["eyJhbGci OiJIUzI1 NiJ9", "*** *** NiJ9"],
  [`${TOKEN.slice(0, 30)} ${TOKEN.slice(30, 42)} ${SIGNATURE.slice(0, 12)}`, "***.*** ***. ***"],
  [`my own words beside Website_eyJ ${HEADER}`, "my own words beside *** ***"],
];

const kept = [
  "",
  "nothing here",
  "eyJ is how it begins",
  "a honeyJar, and moneyJars",
  "internationalization of Nghieng_nghieng_nghieng_nghieng",
  "danhSachNguoiDungTheoNhom getElementsByTagNameNS CHUNG_MAX_CONNECTIONS_PER_ADDRESS",
  "2024-11-26-Bien-ban-hop-nhom-Web.docx Screenshot_2024-11-26_10-15-30 IMG_20241126_101530",
  "550e8400-e29b-41d4-a716-446655440000 da39a3ee5e6b4b0d3255bfef95601890afd80709",
  "https://docs.google.com/document/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms/edit",
  "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
  "a".repeat(1_000),
  "Thông báo lịch học nhóm 3 tuần 12: Lab1_Bai2",
];

for (const [line, expected] of masked) {
  Deno.test(`maskTokens gives ${JSON.stringify(expected)} when the line is ${JSON.stringify(line)}`, () => {
    assert.equal(maskTokens(line), expected);
  });
}

for (const line of kept) {
  Deno.test(`maskTokens leaves ${JSON.stringify(line.slice(0, 80))}`, () => {
    assert.equal(maskTokens(line), line);
  });
}

const RUNS = Number(Deno.env.get("CHUNG_FUZZ_RUNS") ?? 1_000);

// Guard (tokens): the log masks a token part by part: without its beginning, cut, wrapped or split, amid any text
Deno.test("maskTokens lets no piece of a token through, however it was pasted", async () => {
  await withFolder(async (folder) => {
    const tokens = await Tokens.open(`${folder}/token_secret`);
    const issued = await Promise.all(Array.from({ length: 50 }, (_, place) =>
      tokens.issue({
        username: `user${place}`,
        id: crypto.randomUUID(),
        issuedAt: 1_790_000_000 + place,
        expiresAt: 1_790_604_800,
      })));
    fc.assert(
      fc.property(
        fc.constantFrom(...issued),
        fc.nat(3),
        fc.constantFrom(".", " ", ", ", ";", String.raw`\n`, String.raw`\t`, "\u200b", "/", " . "),
        fc.array(fc.integer({ min: 20, max: 60 }), { maxLength: 6 }),
        fc.string(),
        fc.string(),
        (token, dropped, separator, lengths, before, after) => {
          const pieces: string[] = [];
          let rest = token.slice(dropped);
          // Wrapped at some columns.
          for (const length of lengths) {
            pieces.push(rest.slice(0, length));
            rest = rest.slice(length);
          }
          pieces.push(rest);
          const sent = pieces.join(separator).replaceAll(".", separator);
          const line = maskTokens(`${before} ${sent} ${after}`);
          for (const part of token.split(".")) {
            for (let place = 0; place + 8 <= part.length; place++) {
              const piece = part.slice(place, place + 8);
              // Pieces that look like a word are rare, and of no use.
              if (/^[A-Z]?[a-z_-]+$/.test(piece)) continue;
              assert(!line.includes(piece), `${piece} of ${sent} is in ${line}`);
            }
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});

Deno.test("maskTokens reads a hostile line of a million characters", () => {
  const units = ["eyJ", "eyJ-", "aB1", "eyJaaaaa ", "a.", "aA", "a ", "-", String.raw`\neyJaaaaa`];
  for (const unit of units) {
    const line = unit.repeat(1_000_000 / unit.length);
    // In quadratic time it would take an hour.
    assert(maskTokens(line).length <= line.length, unit);
  }
});
