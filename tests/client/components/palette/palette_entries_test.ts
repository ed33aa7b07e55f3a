import assert from "node:assert/strict";
import type { PaletteData } from "../../../../client/components/palette/palette_data.ts";
import {
  type Entry,
  listedEntries,
  paletteEntries,
} from "../../../../client/components/palette/palette_entries.ts";
import type { PageParts } from "../../../../client/components/palette/page_parts.ts";
import { paletteTexts } from "../../../../client/i18n/palette_texts.ts";
import { personBadge, projectBadge } from "../../../../client/shared/person_badge.ts";

const NO_PARTS: PageParts = {
  mention: null,
  write: null,
  newest: null,
  panel: null,
  addMembers: null,
};

const project = (id: number, name: string, archived = false) => ({
  id,
  name,
  badge: projectBadge({ id, name }),
  archived,
});

const DATA: PaletteData = {
  projects: [project(1, "Kế hoạch"), project(3, "Cũ", true), project(2, "Website")],
  here: { id: 1, name: "Kế hoạch", manages: true },
  members: [{ name: "lan", badge: personBadge("lan") }],
  admin: false,
  theme: "dark",
  problem: null,
  texts: paletteTexts("en"),
};

const ACTS = { post() {}, showKeys() {} };

function listed(
  data: PaletteData,
  parts: Partial<PageParts> = {},
  typed = "",
  acts = ACTS,
): Entry[] {
  return listedEntries(paletteEntries(data, { ...NO_PARTS, ...parts }, acts), typed, data);
}

const texts = (entries: Entry[]) => entries.map(({ text }) => text);

Deno.test("at first come the other projects, latest activity first, then what the page allows", () => {
  const entries = listed(DATA);
  assert.deepEqual(texts(entries.slice(0, 2)), ["Website", "Cũ"], "the archived ones last");
  assert.equal(entries.at(-1)!.text, "lan", "so that many members don't hide the rest");
  assert.deepEqual(entries.slice(0, 2).map(({ kind }) => kind), ["Project", "Archived"]);
  const many = Array.from({ length: 200 }, (_, at) => project(at + 10, `Project ${at}`));
  const first = texts(listed({ ...DATA, projects: many }));
  assert.ok(first.includes("Project 6") && !first.includes("Project 7"));
  assert.ok(first.includes("New project") && first.includes("Settings"));
});

Deno.test("an action is offered where it exists", () => {
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  const parts = {
    write: note("write"),
    newest: note("newest"),
    panel: { open: false, toggle: note("panel") },
    addMembers: note("add"),
  };
  const offered = {
    "Write a message": "write",
    "Go to the newest message": "newest",
    "Show the members": "panel",
    "Add members": "add",
  };
  for (const [text, what] of Object.entries(offered)) {
    const entry = listed(DATA, parts).find((entry) => entry.text === text)!;
    assert.ok(typeof entry.act === "function", text);
    entry.act();
    assert.equal(done.at(-1), what);
    if (text === "Add members") continue;
    assert.ok(!texts(listed(DATA)).includes(text), text);
  }
  const open = { panel: { open: true, toggle() {} } };
  assert.ok(texts(listed(DATA, open)).includes("Close the members"));
  const guest: PaletteData = { ...DATA, here: { id: 1, name: "Kế hoạch", manages: false } };
  assert.ok(!texts(listed(guest, parts)).includes("Add members"));
  const nowhere = texts(listed({ ...DATA, here: null, members: [] }));
  for (const text of ["Project settings", "Search in this project"]) {
    assert.ok(texts(listed(DATA)).includes(text) && !nowhere.includes(text), text);
  }
});

Deno.test("the themes that are not chosen, the other language and the way out are posted", () => {
  const posted: string[][] = [];
  const acts = { ...ACTS, post: (...form: string[]) => void posted.push(form) };
  for (const { act, id } of listed(DATA, {}, "", acts)) {
    if (/^(theme|language|log-out)/.test(id)) (act as () => void)();
  }
  assert.deepEqual(posted, [
    ["/theme", "theme", "light"],
    ["/theme", "theme", "system"],
    ["/language", "language", "vi"],
    ["/logout"],
  ]);
});

Deno.test("a member is mentioned where one can write, and else found on the people's page", () => {
  const lan = (parts: Partial<PageParts>) =>
    listed(DATA, parts).find(({ text }) => text === "lan")!;
  assert.equal(lan({}).act, "/projects/1/people");
  let mentioned = "";
  const { act, kind } = lan({ mention: (name) => mentioned = name });
  assert.equal(kind, "Mention");
  (act as () => void)();
  assert.equal(mentioned, "lan");
});

Deno.test("what is typed can always be searched for in all projects, as the last or only choice", () => {
  const entries = listed(DATA, {}, " ke ");
  assert.equal(entries[0].text, "Kế hoạch");
  assert.equal(entries.at(-1)!.text, "Search for “ke” in all projects");
  const none = listed(DATA, {}, "$& lương?");
  assert.deepEqual(texts(none), ["Search for “$& lương?” in all projects"]);
  assert.equal(none[0].act, `/search?${new URLSearchParams({ q: "$& lương?" })}`);
});
