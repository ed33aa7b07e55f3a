import assert from "node:assert/strict";
import { typedEmoji, writtenEmoji } from "../../../../client/components/emoji/typed_emoji.ts";

const at = (written: string) => [written.replace("|", ""), written.indexOf("|")] as const;

Deno.test("typedEmoji finds the name that is begun at the caret, written as `|`", () => {
  const cases: [string, [number, string] | null][] = [
    [":ti|", [0, "ti"]],
    ["vui quá :cuoi|", [8, "cuoi"]],
    ["vui :cư|ời", [4, "cư"]],
    [":cười|", [0, "cười"]],
    ["line\n:he|", [5, "he"]],
    ["(:he|", [1, "he"]],
    ["xong!:ta|", [5, "ta"]],
    ["❤️:he|", [2, "he"]],
    ["🎉:he|", [2, "he"]],
    ["1️⃣:he|", [3, "he"]],
    [":flag-v|", [0, "flag-v"]],
    [":8ball|", [0, "8ball"]],
    [":+1|", [0, "+1"]],
    [":-1|", [0, "-1"]],
    ["and/:he|", [4, "he"]],
    ["http://a.vn/ :he|", [13, "he"]],
    // Smileys, times, and what is not begun.
    [":h|", null],
    [":D|", null],
    [":)|", null],
    [":-)|", null],
    [":'(|", null],
    [":3|", null],
    ["lúc :30|", null],
    [":100|", null],
    [":+|", null],
    [":he |", null],
    [":he:|", null],
    ["|:he", null],
    ["|", null],
    // Within words, times and addresses.
    ["10:30|", null],
    ["lúc 10:ab|", null],
    ["ghi chú:he|", null],
    ["chú\u0301:he|", null],
    ["你好:he|", null],
    ["std::vector|", null],
    ["_:he|", null],
    ["http://localhost:80|", null],
    ["http://a.vn/:he|", null],
    ["mailto:he|", null],
    ['{"key":true|', null],
    ["list[0]:he|", null],
    ["f():he|", null],
    ["\\:he|", null],
    // In code.
    ["`:he|", null],
    ["`a :he|`", null],
    ["❤️`a :he|", null],
    ["``a ` :he|", null],
    ["```\n:he|", null],
    ["```\n:he|\n```", null],
    ["```yaml :he|", null],
    ["  ````\n```\n:he|", null],
    ["`a` :he|", [4, "he"]],
    ["it`s :he|", [5, "he"]],
    ["\\` :he|", [3, "he"]],
    ["`a\n:he|", [3, "he"]],
    ["```\na\n```\n:he|", [10, "he"]],
    ["```\na```\n:he|", [9, "he"]],
    ["```a``` :he|", [8, "he"]],
    [`${"x ".repeat(9_000)}:he|`, [18_000, "he"]],
  ];
  for (const [written, expected] of cases) {
    const typed = typedEmoji(...at(written));
    assert.deepEqual(typed && [typed.from, typed.name], expected, written.slice(-20));
  }
});

Deno.test("writtenEmoji finds the name that is written in full up to the caret", () => {
  const cases: [string, [number, string] | null][] = [
    [":heart:|", [0, "heart"]],
    ["ok :+1:|", [3, "+1"]],
    [":100:|", [0, "100"]],
    [":x:|", [0, "x"]],
    [":trái_tim_màu_đỏ:|", [0, "trái_tim_màu_đỏ"]],
    [":heart|", null],
    [":heart:: |", null],
    ["10:30:|", null],
    ["lúc 10:30:|", null],
    ["::|", null],
    ["`:heart:|", null],
    ["```\n:heart:|", null],
    ["http://a.vn/:heart:|", null],
    ["\\:heart:|", null],
    [`:${"a".repeat(61)}:|`, null],
  ];
  for (const [written, expected] of cases) {
    const found = writtenEmoji(...at(written));
    assert.deepEqual(found && [found.from, found.name], expected, written);
  }
});
