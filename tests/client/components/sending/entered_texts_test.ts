import assert from "node:assert/strict";
import { enteredTexts } from "../../../../client/components/sending/entered_texts.ts";

const CASES = [
  { what: "one text", entered: ["one"], value: "one", texts: ["one"], rest: "" },
  { what: "what is typed after", entered: ["one"], value: "one and", texts: ["one"], rest: " and" },
  {
    what: "two texts one after the other",
    entered: ["one", "onetwo"],
    value: "onetwothree",
    texts: ["one", "two"],
    rest: "three",
  },
  {
    what: "a text typed instead",
    entered: ["one", "2"],
    value: "2",
    texts: ["one", "2"],
    rest: "",
  },
  { what: "a field that was changed", entered: ["one"], value: "on", texts: ["one"], rest: "on" },
  { what: "a field that was emptied", entered: ["one"], value: "", texts: ["one"], rest: "" },
];

for (const { what, entered, value, texts, rest } of CASES) {
  Deno.test(`enteredTexts takes apart ${what}`, () => {
    assert.deepEqual(enteredTexts(entered, value), { texts, rest });
  });
}
