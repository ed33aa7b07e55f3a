import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { ActivityLine } from "../../../../client/components/log/activity_line.tsx";
import type { Language } from "../../../../client/i18n/language.ts";
import { roomTexts } from "../../../../client/i18n/room_texts.ts";
import type { Activity, Notice } from "../../../../lib/model/message.ts";
import type { TaskChangeKind } from "../../../../lib/model/task.ts";
import { textIn } from "../../markup_of.ts";

const AT = new Date(2026, 10, 23, 14, 5);

function line(activity: Activity, language: Language): string {
  const timestamp = AT.toISOString();
  const message = { id: 7, project_id: 1, user: "lan", message: "", timestamp, ...activity };
  return renderToString(<ActivityLine message={message} now={AT} texts={roomTexts(language)} />);
}

Deno.test("ActivityLine tells who changed what in a project, in both languages", () => {
  const cases: [Notice, vi: string, en: string][] = [
    [
      { change: "added", users: ["bob", "hoa"] },
      "lan đã thêm bob, hoa vào dự án",
      "lan added bob, hoa to the project",
    ],
    [
      { change: "removed", users: ["bob"] },
      "lan đã đưa bob ra khỏi dự án",
      "lan removed bob from the project",
    ],
    [{ change: "left", users: ["lan"] }, "lan đã rời dự án", "lan left the project"],
    [
      { change: "transferred", users: ["bob"] },
      "lan đã giao dự án cho bob",
      "lan made bob the owner of the project",
    ],
    [
      { change: "renamed", name: "<b>Kho</b>" },
      "lan đã đổi tên dự án thành <b>Kho</b>",
      "lan renamed the project to <b>Kho</b>",
    ],
    [{ change: "archived" }, "lan đã lưu trữ dự án", "lan archived the project"],
    [{ change: "restored" }, "lan đã khôi phục dự án", "lan restored the project"],
  ];
  for (const [notice, vi, en] of cases) {
    assert.equal(textIn(line({ notice }, "vi")), `${vi} - 14:05`);
    assert.equal(textIn(line({ notice }, "en")), `${en} - 14:05`);
  }
  assert.match(
    line({ notice: { change: "archived" } }, "en"),
    /^<li class="notice" id="message-7">/,
  );
});

Deno.test("ActivityLine tells who did what to a task, in both languages", () => {
  const cases: [TaskChangeKind, from: string | null, to: string | null, vi: string, en: string][] =
    [
      ["new", null, null, "lan đã tạo công việc <i>", "lan added the task <i>"],
      ["status", "todo", "doing", "lan đã bắt đầu công việc <i>", "lan began the task <i>"],
      ["status", "doing", "done", "lan đã làm xong công việc <i>", "lan finished the task <i>"],
      [
        ...["status", "done", "todo"] as const,
        "lan đã chuyển công việc <i> về mục cần làm",
        "lan moved the task <i> back to the tasks to do",
      ],
      [
        ...["assign", "hoa", "bob"] as const,
        "lan đã giao công việc <i> cho bob",
        "lan gave the task <i> to bob",
      ],
      ["assign", null, "lan", "lan đã nhận công việc <i>", "lan took on the task <i>"],
      [
        ...["assign", "hoa", null] as const,
        "lan đã gỡ hoa khỏi công việc <i>",
        "lan took hoa off the task <i>",
      ],
      [
        ...["due", null, "2026-12-01"] as const,
        "lan đã đặt hạn 1/12/2026 cho công việc <i>",
        "lan set the due date of <i> to 1/12/2026",
      ],
      [
        ...["due", "2026-12-01", null] as const,
        "lan đã bỏ hạn của công việc <i>",
        "lan removed the due date of <i>",
      ],
      [
        ...["title", "Cũ", "<i>"] as const,
        "lan đã đổi tên công việc Cũ thành <i>",
        "lan renamed the task Cũ to <i>",
      ],
      ["delete", null, null, "lan đã xóa công việc <i>", "lan deleted the task <i>"],
      ["later" as "new", null, null, "lan đã sửa công việc <i>", "lan changed the task <i>"],
    ];
  for (const [kind, from, to, vi, en] of cases) {
    const change = { id: 1, task_id: 5, change: kind, from, to, by: "lan", at: AT.toISOString() };
    const task = { id: 5, title: "<i>", change };
    assert.equal(textIn(line({ task }, "vi")), `${vi} - 14:05`);
    assert.equal(textIn(line({ task }, "en")), `${en} - 14:05`);
  }
});

Deno.test("ActivityLine isolates the direction of names and titles", () => {
  const [name, isolated] = ["a\u202Eb \u2069c", "\u2068ab c\u2069"];
  const renamed = textIn(line({ notice: { change: "renamed", name } }, "en"));
  assert.equal(renamed, `lan renamed the project to ${isolated} - 14:05`);
  const change = { id: 1, task_id: 5, by: "lan", at: AT.toISOString() };
  const titles = { change: "title", from: name, to: name } as const;
  const retitled = { id: 5, title: name, change: { ...change, ...titles } };
  assert.equal(
    textIn(line({ task: retitled }, "en")),
    `lan renamed the task ${isolated} to ${isolated} - 14:05`,
  );
});
