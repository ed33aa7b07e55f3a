import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { taskChip } from "../../../../../client/components/log/tasks/task_chip.tsx";
import type { Language } from "../../../../../client/i18n/language.ts";
import { roomTexts } from "../../../../../client/i18n/room_texts.ts";
import type { LogTask } from "../../../../../client/shared/log/log_tasks.ts";
import { titleOfMessage } from "../../../../../lib/model/task.ts";
import { textIn } from "../../../markup_of.ts";

const NOW = new Date(2026, 10, 27, 9, 0);
const TASK: LogTask = { id: 5, title: "Báo cáo", status: "todo", assignee: null, due: null };

function chip(changes: Partial<LogTask>, language: Language = "vi", message = "ai làm?"): string {
  return renderToString(taskChip({
    message: { project_id: 3, message },
    task: { ...TASK, ...changes },
    now: NOW,
    texts: roomTexts(language),
  }));
}

const nameOf = (html: string) => /<span class="visually-hidden">([^<]*)</.exec(html)![1];

Deno.test("a chip leads to the card and tells the task's state, in both languages", () => {
  const whole = { status: "doing", assignee: "lan", due: "2026-12-01" } as const;
  const vi = chip(whole);
  assert.match(vi, /^<a class="task-chip doing" href="\/projects\/3\/board\?task=5"/);
  assert.equal(nameOf(vi), "Công việc: Báo cáo, Đang làm, giao cho lan, hạn 1/12");
  assert.equal(textIn(vi.slice(vi.indexOf("<bdi"))), "Báo cáoĐang làmhạn 1/12");
  assert.match(vi, /data-initials="L"/);
  assert.equal(nameOf(chip(whole, "en")), "Task: Báo cáo, Doing, assigned to lan, due 1/12");
  assert.equal(nameOf(chip({}, "en")), "Task: Báo cáo, To do");
  assert.doesNotMatch(chip({}), /avatar/);
});

Deno.test("a chip says when a task is due, and that it is late unless it is done", () => {
  const cases: [due: string, LogTask["status"], vi: string, en: string, late: boolean][] = [
    ["2026-11-27", "todo", "hạn hôm nay", "due today", false],
    ["2026-11-28", "todo", "hạn ngày mai", "due tomorrow", false],
    ["2026-11-24", "todo", "quá hạn 24/11", "overdue since 24/11", true],
    ["2026-11-24", "done", "hạn 24/11", "due 24/11", false],
    ["2027-01-05", "doing", "hạn 5/1/2027", "due 5/1/2027", false],
    ["2025-12-31", "doing", "quá hạn 31/12/2025", "overdue since 31/12/2025", true],
  ];
  for (const [due, status, vi, en, late] of cases) {
    assert.ok(nameOf(chip({ due, status })).endsWith(`, ${vi}`), vi);
    assert.ok(nameOf(chip({ due, status }, "en")).endsWith(`, ${en}`), en);
    assert.equal(/class="late"/.test(chip({ due, status })), late, vi);
  }
});

Deno.test("a chip doesn't repeat what the message begins with", () => {
  const long = "từ ".repeat(100).trim();
  const cases: [message: string, title: string, shown: boolean][] = [
    ["Báo cáo", "Báo cáo", false],
    ["\n  Báo cáo  \nhôm nay", "Báo cáo", false],
    [long, titleOfMessage(long, 255), false],
    ["Báo cáo quý", "Báo cáo", true],
    ["Báo cáo", "Báo cáo quý", true],
    ["…", "…", false],
  ];
  for (const [message, title, shown] of cases) {
    assert.equal(/<bdi/.test(chip({ title }, "vi", message)), shown, message);
  }
});

Deno.test("a title is text and stays in its place", () => {
  const html = chip({ title: `</bdi><img src=x onerror="alert(1)">\u2069\u202eabc` }, "en");
  assert.doesNotMatch(html, /<img/);
  const [, title] = /<bdi class="chip-title" aria-hidden="true">(.*?)<\/bdi>/.exec(html)!;
  assert.equal(title, `&lt;/bdi>&lt;img src=x onerror=&quot;alert(1)&quot;>\u202eabc`);
  assert.match(nameOf(html), /^Task: \u2068.*abc\u2069, To do$/);
});
