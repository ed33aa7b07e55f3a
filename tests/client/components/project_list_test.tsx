import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { listTitle } from "../../../client/components/listing/list_title.ts";
import { ProjectList } from "../../../client/components/project_list.tsx";
import { listTexts } from "../../../client/i18n/list_texts.ts";
import type { Language } from "../../../client/i18n/language.ts";
import type { ProjectSummary } from "../../../lib/model/project.ts";

const AT = new Date(2026, 10, 23, 14, 5).toISOString();

function project(changes: Partial<ProjectSummary>): ProjectSummary {
  return {
    id: 1,
    name: "Website",
    owner: "alice",
    created_at: AT,
    role: "member",
    members: 2,
    unread: 0,
    mentions: 0,
    last_read_id: 0,
    last_message: null,
    ...changes,
  };
}

function list(language: Language, ...projects: ProjectSummary[]): string {
  return renderToString(
    <ProjectList
      projects={projects}
      texts={listTexts(language)}
      now={new Date(2026, 10, 23, 20, 0)}
    />,
  );
}

Deno.test("ProjectList counts in words and figures, in the plural form that fits", () => {
  const cases: [Language, number, number, string[], string[]][] = [
    ["en", 1, 0, [">1<", "1 unread message<"], ["@"]],
    ["en", 3, 1, [">3<", "3 unread messages<", ">@1<", "1 mention or task for you"], []],
    ["en", 3, 2, [">@2<", "2 mentions or tasks for you"], []],
    ["vi", 3, 1, ["3 tin nhắn chưa đọc", "1 lần nhắc đến hoặc giao việc cho bạn"], []],
    ["en", 1234, 0, [">999+<", "1,234 unread messages"], []],
    ["vi", 1234, 0, [">999+<", "1.234 tin nhắn chưa đọc"], []],
    ["en", 0, 0, ['class="project"'], ['class="badge', "unread"]],
    ["en", 0, 1, [">@1<", "1 mention or task for you", 'class="project unread"'], ["0 unread"]],
  ];
  for (const [language, unread, mentions, has, hasNot] of cases) {
    const html = list(language, project({ unread, mentions })).replaceAll(/ title="[^"]*"/g, "");
    for (const text of has) assert.ok(html.includes(text), `${unread}: ${text}\n${html}`);
    for (const text of hasNot) assert.ok(!html.includes(text), `${unread}: ${text}\n${html}`);
  }
});

Deno.test("ProjectList shows the last message, and what became of it", () => {
  const message = { id: 7, project_id: 1, user: "alice", message: "hi <b>", timestamp: AT };
  const cases: [ProjectSummary["last_message"], RegExp][] = [
    [null, /No messages yet/],
    [message, /<b class="author">alice<\/b>: <bdi>hi &lt;b><\/bdi>.*14:05/],
    [{ ...message, message: "", deleted: true }, /alice<\/b>: <i>\(deleted message\)<\/i>/],
    [{ ...message, message: "🎉".repeat(5_000) }, /: <bdi>(🎉){100}<\/bdi><\/span>/u],
  ];
  for (const [last_message, expected] of cases) {
    assert.match(list("en", project({ last_message })), expected);
  }
});

Deno.test("ProjectList folds archived projects below the others", () => {
  const cases: [("archived" | "open")[], open: number, archived: number][] = [
    [["open", "open"], 2, 0],
    [["archived", "open", "archived"], 1, 2],
    [["archived"], 0, 1],
  ];
  for (const [kinds, open, archived] of cases) {
    const html = list(
      "en",
      ...kinds.map((kind, id) => project({ id, archived: kind === "archived" || undefined })),
    );
    const [before, folded = ""] = html.split('<details class="archived-projects">');
    const cards = (html: string) => html.match(/class="project"/g)?.length ?? 0;
    assert.deepEqual([cards(before), cards(folded)], [open, archived]);
    assert.equal(folded.includes(`(${archived})</summary>`), archived > 0);
    assert.doesNotMatch(html, /No projects yet/);
  }
  assert.match(list("en"), /No projects yet/);
});

Deno.test("ProjectList marks the project of the page, and unfolds it among the archived", () => {
  const html = renderToString(
    <ProjectList
      projects={[project({ id: 1 }), project({ id: 2, archived: true })]}
      here={2}
      texts={listTexts("en")}
      now={new Date()}
    />,
  );
  assert.deepEqual(
    [...html.matchAll(/href="([^"]*)"[^>]* aria-current="page"/g)].map(([, href]) => href),
    ["/projects/2"],
  );
  assert.match(html, /<details class="archived-projects" open>/);
});

Deno.test("listTitle sums what is unread in all projects", () => {
  const title = (...counts: number[]) =>
    listTitle(counts.map((unread, id) => project({ id, unread })), listTexts("en"));
  assert.equal(title(), "Your projects · Chung");
  assert.equal(title(0, 0), "Your projects · Chung");
  assert.equal(title(2, 0, 3), "(5) Your projects · Chung");
  assert.equal(title(600, 600), "(999+) Your projects · Chung");
});
