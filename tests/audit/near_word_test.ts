import assert from "node:assert/strict";
import { ACTIONS } from "../../lib/actions/mod.ts";
import { isNearWord } from "../../lib/audit/near_word.ts";

const ACTION_WORDS = ["reg", "chat", "login", "new_project"];

const words: [word: string, near: boolean][] = [
  ["login", true],
  ["LOGIN", true],
  ["logn", true],
  ["lgoin", true],
  ["ligon", true],
  ["loginn", true],
  ["logging", true],
  ["loggings", false],
  ["lo", false],
  ["newproject", true],
  ["nwe_porject", true],
  ["new_projects_x", false],
  // A word of three or four letters may have one wrong: with two, nearly any would do.
  ["rge", true],
  ["re", true],
  ["rexx", false],
  ["cat", true],
  ["hat", true],
  ["cart", false],
  ["xx", false],
  ["abcd", false],
  // No action has a digit, while many passwords have.
  ["login1", false],
  ["", false],
  ["matkhau", false],
];

for (const [word, near] of words) {
  Deno.test(`${JSON.stringify(word)} is ${near ? "" : "not "}near an action`, () => {
    assert.equal(isNearWord(word, ACTION_WORDS), near);
  });
}

Deno.test("common passwords are near no action of the protocol", () => {
  const passwords = [
    "password",
    "matkhau",
    "iloveyou",
    "anhyeuem",
    "qwertyuiop",
    "sunshine",
    "abc",
  ];
  for (const word of passwords) assert(!isNearWord(word, ACTIONS.keys()), word);
});
