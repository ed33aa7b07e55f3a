import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { PERSON_COLOURS, personBadge, projectBadge } from "../../../client/shared/person_badge.ts";

Deno.test("a person's initials are the first letters of the name's first and last part", () => {
  const cases = { lan: "L", "le.thi.hoa": "LH", "minh-2": "M2", Bao_Chau: "BC", "7up": "7" };
  for (const [name, initials] of Object.entries(cases)) {
    strictEqual(personBadge(name).initials, initials, name);
  }
});

Deno.test("a project's letter is the first of its name, with its accent and whatever stands before", () => {
  const cases = { "Kho hàng": "K", "“ý tưởng”": "Ý", "đơn": "Đ", "🎉 tiệc": "T", "🎉": "#" };
  for (const [name, initials] of Object.entries(cases)) {
    strictEqual(projectBadge({ id: 1, name }).initials, initials, name);
  }
});

Deno.test("any name has initials and one of the colours, the same in any case", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.nat(), (name, id) => {
    for (const { initials, colour } of [personBadge(name), projectBadge({ id, name })]) {
      ok(initials.length >= 1);
      ok(Number.isInteger(colour) && colour >= 1 && colour <= PERSON_COLOURS);
    }
  }));
  deepStrictEqual(personBadge("LAN"), personBadge("lan"));
});

Deno.test("a project keeps its colour when it is renamed", () => {
  strictEqual(
    projectBadge({ id: 5, name: "cũ" }).colour,
    projectBadge({ id: 5, name: "mới" }).colour,
  );
});

Deno.test("names spread over all the colours", () => {
  const counts = new Map<number, number>();
  for (let at = 0; at < 800; at++) {
    const { colour } = personBadge(`nguoi-${at}`);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  for (let colour = 1; colour <= PERSON_COLOURS; colour++) {
    ok(counts.get(colour)! > 50, `${colour}`);
  }
});
