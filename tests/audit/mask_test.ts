import assert from "node:assert/strict";
import fc from "fast-check";
import { type MaskedField, maskRequest, maskResponse, maskTokens } from "../../lib/audit/mask.ts";

const TOKEN =
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.H-NubzpDTOdaVz99clsi_H5eNZHOUFnBHhCmzTMYD3A";

const plain: MaskedField = { secret: false, rest: false };
const secret: MaskedField = { secret: true, rest: false };
const text: MaskedField = { secret: false, rest: true };
const password: MaskedField = { secret: true, rest: true };

const ACTIONS = {
  reg: [plain, password],
  logout: [secret],
  chat: [secret, plain, text],
  enter: [secret, plain, plain],
  reset_password: [secret, plain, password],
  ping: [],
} satisfies Record<string, MaskedField[]>;

const requests: [fields: MaskedField[] | null, line: string, expected: string][] = [
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
  [ACTIONS.chat, `chat 1 ${TOKEN} hello`, "chat *** *** hello"],
  [ACTIONS.chat, `chat x 1 my token is ${TOKEN}!`, "chat *** 1 my token is ***!"],
  [ACTIONS.chat, "chat", "chat"],
  [ACTIONS.enter, "enter abc 5", "enter *** 5"],
  [ACTIONS.enter, "enter abc 5 17", "enter *** 5 17"],
  [ACTIONS.reset_password, "reset_password abc alice new one", "reset_password *** alice ***"],
  [ACTIONS.reset_password, "reset_password alice new", "reset_password *** ***"],
  [ACTIONS.ping, "ping", "ping"],
  [ACTIONS.ping, "ping alice", "ping ***"],
  [null, "logn alice matkhau", "logn ***"],
  [null, "@t1 logn alice matkhau", "@t1 logn ***"],
  [null, "@t!1 login alice matkhau", "@t!1 login ***"],
  [null, "matkhau-123", "***"],
  [null, TOKEN, "***"],
  [null, "@t1", "@t1"],
  [null, "", ""],
];

for (const [fields, line, expected] of requests) {
  Deno.test(`maskRequest gives ${JSON.stringify(expected)} when the line is ${JSON.stringify(line)}`, () => {
    assert.equal(maskRequest(line, fields), expected);
  });
}

const blank = fc.stringMatching(/^[ \t]{1,3}$/);
const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
/** Upper case only, so that it can't occur elsewhere in a line by chance. */
const secretWord = fc.stringMatching(/^[A-Z]{8,20}$/);

Deno.test("maskRequest never lets a secret through, at its own place or past the last field", () => {
  const shape = fc.array(fc.constantFrom(plain, secret), { maxLength: 4 });
  fc.assert(fc.property(
    shape,
    fc.constantFrom(null, text, password),
    fc.option(word),
    fc.array(fc.tuple(blank, word, secretWord), { maxLength: 8 }),
    (fields, last, tag, args) => {
      const all = last === null ? fields : [...fields, last];
      const head = `${tag === null ? "" : `@${tag} `}do`;
      let line = head;
      args.forEach(([separator, ordinary, hidden], place) => {
        const field = place < all.length ? all[place] : last;
        const isSecret = field === null || field.secret;
        line += separator + (isSecret ? hidden : ordinary);
      });
      const masked = maskRequest(line, all);
      assert.ok(masked.startsWith(head));
      assert.doesNotMatch(masked, /[A-Z]/);
    },
  ));
});

Deno.test("maskRequest keeps nothing but tag and word of a line when the action is unknown", () => {
  fc.assert(fc.property(word, fc.array(fc.tuple(blank, secretWord)), (first, args) => {
    const masked = maskRequest(`@t ${first}${args.flat().join("")}`, null);
    assert.doesNotMatch(masked, /[A-Z]/);
  }));
});

Deno.test("maskRequest leaves a line as it is when it has no secret", () => {
  fc.assert(fc.property(fc.array(word, { minLength: 2, maxLength: 2 }), blank, (words, gap) => {
    const line = `do${gap}${words.join(gap)}${gap}and  more`;
    assert.equal(maskRequest(line, [plain, plain, text]), line);
  }));
});

const tokens: [line: string, expected: string][] = [
  ["", ""],
  ["nothing here", "nothing here"],
  [TOKEN, "***"],
  [`<${TOKEN}>,(${TOKEN})`, "<***>,(***)"],
  [`x${TOKEN}`, "x***"],
  [`a.b.${TOKEN}`, "a.b.***"],
  [`${TOKEN}.${TOKEN}`, "***"],
  [`see ${TOKEN}.`, "see ***"],
  ["eyJ is how it begins", "eyJ is how it begins"],
  ["eyJhbGci.eyJzdWIi", "eyJhbGci.eyJzdWIi"],
  ["eyJ..", "***"],
];

for (const [line, expected] of tokens) {
  Deno.test(`maskTokens gives ${JSON.stringify(expected)} when the line is ${JSON.stringify(line)}`, () => {
    assert.equal(maskTokens(line), expected);
  });
}

Deno.test("maskTokens never lets a token through, whatever stands around it", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
    const [, , signature] = TOKEN.split(".");
    assert.ok(!maskTokens(before + TOKEN + after).includes(signature));
  }));
});

const responses: [line: string, expected: string][] = [
  [`ok login {"token":"${TOKEN}","user":{"id":1}}`, 'ok login {"token":"***","user":{"id":1}}'],
  ['ok login {"token":"odd","expires_at":"x"}', 'ok login {"token":"***","expires_at":"x"}'],
  [`ok chat {"message":{"message":"${TOKEN}"}}`, 'ok chat {"message":{"message":"***"}}'],
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
