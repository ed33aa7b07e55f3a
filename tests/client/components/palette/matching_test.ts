import assert from "node:assert/strict";
import fc from "fast-check";
import { bestMatches, fold, matchRank } from "../../../../client/components/palette/matching.ts";

const found = (names: string[], query: string) =>
  bestMatches(names.map((text) => ({ text })), query).map(({ text }) => text);

Deno.test("a name is found without accents, by beginnings of its words, and by letters in order", () => {
  for (
    const [name, ...queries] of [
      [
        "Kế hoạch",
        "ke hoach",
        "KE HOACH",
        "kế hoạch",
        "hoach",
        "ke ho",
        "keho",
        "kh",
        "k",
        "hoach ke",
      ],
      ["Đường dây nóng", "duong", "đường", "ddn", "nong", "dday", "dngnng"],
      ["Kế hoạch".normalize("NFD"), "kế", "hoạch"],
      ["Web\u00adsite", "website", "wbst"],
      ["a.b-c_d", "a.b", "abcd"],
      ["C++", "c++", "+"],
    ]
  ) {
    for (const query of queries) assert.deepEqual(found([name], query), [name], query);
  }
  for (const query of ["kx", "hoachh", "ek", "kế hoạch 2", "zzz"]) {
    assert.deepEqual(found(["Kế hoạch"], query), [], query);
  }
});

Deno.test("the best match comes first, and equal ones stay in their order", () => {
  const names = ["Chi tiêu kế toán", "Khách hàng", "Kế hoạch", "Sao kê", "Kế"];
  assert.deepEqual(found(names, "ke"), ["Kế", "Kế hoạch", "Chi tiêu kế toán", "Sao kê"]);
  assert.deepEqual(found(names, "kh"), ["Khách hàng", "Kế hoạch"]);
  assert.deepEqual(found(["b one", "a one"], "one"), ["b one", "a one"]);
});

Deno.test("letters in order count only where nothing is found otherwise", () => {
  const names = ["Thanh toán lương", "Lan", "Bảng lương công ty, năm"];
  assert.deepEqual(found(names, "lan"), ["Lan"]);
  assert.deepEqual(found(["Thanh toán lương"], "tln"), ["Thanh toán lương"]);
});

Deno.test("every name is found by its beginning, its initials and itself, however it is written", () => {
  const word = fc.string({
    unit: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyàảếọ"),
    minLength: 1,
  });
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
    const name = words.join(" ");
    const initials = words.map((each) => fold(each)[0]).join("");
    assert.equal(matchRank(name.toUpperCase(), fold(name)), name.length <= 100 ? 0 : 1);
    assert.ok(matchRank(name, initials)! <= 2, initials);
    assert.ok(matchRank(name, fold(name).slice(0, 1))! <= 1);
  }));
});
