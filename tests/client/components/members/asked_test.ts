import assert from "node:assert/strict";
import {
  type Asked,
  askedAt,
  objectionTo,
  questionOf,
} from "../../../../client/components/members/asked.ts";
import { fill } from "../../../../client/i18n/message.ts";
import { roomTexts } from "../../../../client/i18n/room_texts.ts";
import type { Member } from "../../../../lib/model/project.ts";

const AT = "2026-11-23T08:15:30.123Z";
const PROJECT = { id: 7, name: "Website", owner: "alice", created_at: AT };
const MEMBERS: Member[] = [
  { username: "alice", role: "owner", online: true },
  { username: "binh.1", role: "member", online: false },
];

Deno.test("questionOf asks by name, and tells by name that it is done, in both languages", () => {
  for (const language of ["vi", "en"] as const) {
    for (const what of ["remove", "transfer", "leave", "archive", "restore"] as const) {
      const asked: Asked = { what, user: "binh" };
      const { question, done } = questionOf(asked, PROJECT, roomTexts(language));
      for (const { text, values } of [question, done]) {
        const sentence = fill(text, values);
        assert.match(sentence, /Website/);
        assert.equal(sentence.includes("binh"), what === "remove" || what === "transfer", sentence);
        assert.doesNotMatch(sentence, /[{}]/);
      }
      assert.match(question.text, /\?$/);
    }
  }
});

Deno.test("askedAt knows what a page asks by its address", () => {
  const at = (path: string) => askedAt(new URL(path, "http://127.0.0.1:7080/"), "Alice");
  assert.deepEqual(at("/projects/7/owner?username=bob"), { what: "transfer", user: "bob" });
  assert.deepEqual(at("/projects/7/archive"), { what: "archive", user: "Alice" });
  assert.deepEqual(at("/projects/7/restore"), { what: "restore", user: "Alice" });
  const remove = (user: string) => at(`/projects/7/members/remove?username=${user}`).what;
  assert.deepEqual(["bob", "ALICE", "alice"].map(remove), ["remove", "leave", "leave"]);
});

Deno.test("objectionTo finds what became of the person or the project meanwhile", () => {
  const archive: Asked = { what: "archive", user: "alice" };
  const restore: Asked = { what: "restore", user: "alice" };
  const cases: [me: string, Asked, owner: string, RegExp | null, archived?: true][] = [
    ["alice", archive, "alice", null],
    ["alice", archive, "alice", /^Website is archived\./, true],
    ["alice", archive, "carol", /^Only the owner/],
    ["alice", restore, "alice", null, true],
    ["alice", restore, "alice", /^Website is restored\./],
    ["alice", restore, "carol", /^Only the owner/, true],
    ["alice", { what: "remove", user: "binh.1" }, "alice", /^This project is archived/, true],
    ["alice", { what: "transfer", user: "binh.1" }, "alice", /^This project is archived/, true],
    ["alice", { what: "leave", user: "alice" }, "alice", /Restore the project first/, true],
    ["alice", { what: "leave", user: "alice" }, "carol", null, true],
    ["alice", { what: "remove", user: "binh.1" }, "alice", null],
    ["alice", { what: "remove", user: "carol" }, "alice", /^carol is not, or is no longer/],
    ["alice", { what: "remove", user: "binh.1" }, "carol", /^Only the owner/],
    ["alice", { what: "transfer", user: "binh.1" }, "alice", null],
    ["alice", { what: "transfer", user: "carol" }, "alice", /^carol is not, or is no longer/],
    ["alice", { what: "transfer", user: "binh.1" }, "binh.1", /^binh.1 owns Website now/],
    ["alice", { what: "transfer", user: "binh.1" }, "carol", /^Only the owner/],
    ["alice", { what: "leave", user: "alice" }, "alice", /^You are the owner, so you can't leave/],
    ["alice", { what: "leave", user: "alice" }, "carol", null],
  ];
  for (const [me, asked, owner, expected, archived] of cases) {
    const project = { ...PROJECT, owner, archived };
    const situation = { project, members: MEMBERS, me };
    const objection = objectionTo(asked, situation, roomTexts("en"));
    const text = objection && fill(objection.text, objection.values);
    if (expected === null) assert.equal(text, null);
    else assert.match(text!, expected, JSON.stringify(asked));
  }
});
