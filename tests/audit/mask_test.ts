import assert from "node:assert/strict";
import fc from "fast-check";
import { type AuditEntry, formatEntry } from "../../lib/audit/audit_entry.ts";
import {
  type MaskedField,
  maskFailure,
  maskRequest,
  maskResponse,
  maskUnknown,
} from "../../lib/audit/mask.ts";

const TOKEN =
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.H-NubzpDTOdaVz99clsi_H5eNZHOUFnBHhCmzTMYD3A";

const plain: MaskedField = { secret: false, rest: false, account: false };
const account: MaskedField = { secret: false, rest: false, account: true };
const secret: MaskedField = { secret: true, rest: false, account: false };
const text: MaskedField = { secret: false, rest: true, account: false };
const password: MaskedField = { secret: true, rest: true, account: false };

const ACTIONS = {
  reg: [account, password],
  logout: [secret],
  chat: [secret, plain, text],
  enter: [secret, plain, plain],
  reset_password: [secret, plain, password],
  ping: [],
} satisfies Record<string, MaskedField[]>;

const ENTRY: AuditEntry = {
  file: "history",
  name: "",
  type: "",
  user: null,
  request: "",
  response: "",
  at: 0,
};

const SUCCEEDED = { failed: false, accountFound: false };
const FAILED = { failed: true, accountFound: false };
const FAILED_FOR_ACCOUNT = { failed: true, accountFound: true };

const requests: [fields: MaskedField[], line: string, expected: string][] = [
  [ACTIONS.reg, "reg alice matkhau-123", "reg alice ***"],
  [ACTIONS.reg, "REG\talice  mat khau  123 ", "REG\talice  ***"],
  [ACTIONS.reg, "@a.1 reg alice matkhau", "@a.1 reg alice ***"],
  [ACTIONS.reg, "  reg alice matkhau", "  reg alice ***"],
  [ACTIONS.reg, "reg matkhau-123", "reg ***"],
  [ACTIONS.reg, "reg", "reg"],
  [ACTIONS.reg, "reg alice ", "reg ***"],
  [ACTIONS.logout, `logout ${TOKEN}`, "logout ***"],
  [ACTIONS.logout, "logout abc", "logout ***"],
  [ACTIONS.logout, "logout abc matkhau more", "logout *** ***"],
  [ACTIONS.chat, `chat ${TOKEN} 1 hello  there`, "chat *** 1 hello  there"],
  [ACTIONS.chat, `chat 1 ${TOKEN} hello`, "chat *** ***.***.*** hello"],
  [ACTIONS.chat, `chat x 1 my token is ${TOKEN}!`, "chat *** 1 my token is ***.***.***!"],
  [ACTIONS.chat, "chat", "chat"],
  [ACTIONS.enter, "enter abc 5", "enter *** 5"],
  [ACTIONS.enter, "enter abc 5 17", "enter *** 5 17"],
  [ACTIONS.reset_password, "reset_password abc alice new one", "reset_password *** alice ***"],
  [ACTIONS.reset_password, "reset_password alice new", "reset_password *** ***"],
  [ACTIONS.ping, "ping", "ping"],
  [ACTIONS.ping, "ping alice", "ping ***"],
];

for (const [fields, line, expected] of requests) {
  Deno.test("maskResponse leaves no token in what an entry shows of a long line", () => {
    const shown = (line: string) => formatEntry({ ...ENTRY, response: maskResponse(line) }, "");
    for (const before of [0, 1_900, 1_990, 2_000, 3_990, 8_000, 8_190]) {
      const line = `${"x ".repeat(before / 2)}${TOKEN} ${"y ".repeat(100_000)}`;
      const entry = shown(line);
      for (const part of TOKEN.split(".")) {
        assert(!entry.includes(part.slice(0, 12)), `behind ${before} characters`);
      }
      assert.match(entry, /… \(cut [\d,]+ characters\)\n/);
    }
    // So many tokens that the beginning shrinks to less than is shown.
    const tokens = shown(`${TOKEN} `.repeat(3_000));
    assert(!tokens.includes(TOKEN.slice(0, 20)) && !tokens.includes(TOKEN.slice(-20)));
  });

  Deno.test(`maskRequest gives ${JSON.stringify(expected)} when the line is ${JSON.stringify(line)}`, () => {
    assert.equal(maskRequest(line, fields, SUCCEEDED), expected);
  });
}

const failures: [fields: MaskedField[], line: string, expected: string, forAccount: string][] = [
  [ACTIONS.reg, "reg matkhau alice", "reg *** ***", "reg matkhau ***"],
  [ACTIONS.reg, "@matkhau reg alice x", "@*** reg *** ***", "@*** reg alice ***"],
  [ACTIONS.reg, "  @matkhau\tREG alice", "  @***\tREG ***", "  @***\tREG ***"],
  [ACTIONS.chat, "@matkhau chat x 1 hello", "@*** chat *** 1 hello", "@*** chat *** 1 hello"],
  [ACTIONS.ping, "@matkhau ping x", "@*** ping ***", "@*** ping ***"],
];

for (const [fields, line, expected, forAccount] of failures) {
  Deno.test(`maskRequest gives ${JSON.stringify(expected)} when ${JSON.stringify(line)} has failed`, () => {
    assert.equal(maskRequest(line, fields, FAILED), expected);
    assert.equal(maskRequest(line, fields, FAILED_FOR_ACCOUNT), forAccount);
  });
}

const WORDS = ["reg", "login", "logout", "chat", "ping", "new_project", "history"];

const unknown: [line: string, expected: string][] = [
  ["logn alice matkhau", "logn ***"],
  ["LOGN\talice matkhau", "LOGN\t***"],
  ["@t1 logn alice matkhau", "@*** logn ***"],
  ["@t!1 login alice matkhau", "@*** login ***"],
  ["@matkhau!? reg alice", "@*** reg ***"],
  ["matkhau", "***"],
  ["matkhau alice", "*** ***"],
  ["matkhau-123", "***"],
  ["đăng_nhập alice", "*** ***"],
  ["login1", "***"],
  [TOKEN, "***"],
  ["@t1", "@***"],
  ["@", "@***"],
  ["  chta  ", "  chta"],
  ["", ""],
];

for (const [line, expected] of unknown) {
  Deno.test(`maskUnknown gives ${JSON.stringify(expected)} when the line is ${JSON.stringify(line)}`, () => {
    assert.equal(maskUnknown(line, WORDS), expected);
  });
}

const blank = fc.stringMatching(/^[ \t]{1,3}$/);
const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
/** Upper case only, so that it can't occur elsewhere in a line by chance. */
const secretWord = fc.stringMatching(/^[A-Z]{8,20}$/);

Deno.test("maskRequest never lets a secret through, at its own place or past the last field", () => {
  const shape = fc.array(fc.constantFrom(plain, account, secret), { maxLength: 4 });
  fc.assert(fc.property(
    shape,
    fc.constantFrom(null, text, password),
    fc.option(secretWord),
    fc.boolean(),
    fc.array(fc.tuple(blank, word, secretWord), { maxLength: 8 }),
    (fields, last, tag, failed, args) => {
      const all = last === null ? fields : [...fields, last];
      const head = tag === null ? "do" : `@${failed ? tag : tag.toLowerCase()} do`;
      let line = head;
      args.forEach(([separator, ordinary, hidden], place) => {
        const field = place < all.length ? all[place] : last;
        const isSecret = field === null || field.secret || failed && field.account;
        line += separator + (isSecret ? hidden : ordinary);
      });
      const masked = maskRequest(line, all, { failed, accountFound: false });
      assert.ok(masked.startsWith(failed && tag !== null ? "@*** do" : head));
      assert.doesNotMatch(masked, /[A-Z]/);
    },
  ));
});

Deno.test("maskUnknown keeps nothing of a line but a mistyped action", () => {
  fc.assert(fc.property(
    fc.option(secretWord),
    fc.constantFrom("chta", "logni", null),
    secretWord,
    fc.array(fc.tuple(blank, secretWord)),
    (tag, typo, first, args) => {
      const line = `${tag === null ? "" : `@${tag} `}${typo ?? first}${args.flat().join("")}`;
      assert.doesNotMatch(maskUnknown(line, WORDS), /[A-Z]/);
      if (typo !== null) assert.ok(maskUnknown(line, WORDS).includes(typo));
    },
  ));
});

Deno.test("maskRequest leaves a line as it is when it has no secret", () => {
  fc.assert(fc.property(fc.array(word, { minLength: 2, maxLength: 2 }), blank, (words, gap) => {
    const line = `do${gap}${words.join(gap)}${gap}and  more`;
    for (const end of [SUCCEEDED, FAILED]) {
      assert.equal(maskRequest(line, [plain, plain, text], end), line);
    }
  }));
});

const responses: [line: string, expected: string][] = [
  [`ok login {"token":"${TOKEN}","user":{"id":1}}`, 'ok login {"token":"***","user":{"id":1}}'],
  ['ok login {"token":"odd","expires_at":"x"}', 'ok login {"token":"***","expires_at":"x"}'],
  [`ok chat {"message":{"message":"${TOKEN}"}}`, 'ok chat {"message":{"message":"***.***.***"}}'],
  [
    String.raw`ok chat {"message":"say \"token\":\"abc\""}`,
    String.raw`ok chat {"message":"say \"token\":\"abc\""}`,
  ],
  ["err logout invalid_token log in again", "err logout invalid_token log in again"],
];

for (const [line, expected] of responses) {
  Deno.test(`maskResponse gives ${expected} when the line is ${line}`, () => {
    assert.equal(maskResponse(line), expected);
  });
}

Deno.test("maskFailure masks the tag of a response too", () => {
  assert.equal(
    maskFailure("@matkhau err reg bad_request usage: reg @x"),
    "@*** err reg bad_request usage: reg @x",
  );
  assert.equal(maskFailure("err - unknown_action no"), "err - unknown_action no");
});
