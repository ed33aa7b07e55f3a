import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { NoticeLine } from "../../../../client/components/log/notice_line.tsx";
import type { Language } from "../../../../client/i18n/language.ts";
import { roomTexts } from "../../../../client/i18n/room_texts.ts";
import type { Notice } from "../../../../lib/model/message.ts";
import { textIn } from "../../markup_of.ts";

const AT = new Date(2026, 10, 23, 14, 5);

function line(notice: Notice, language: Language): string {
  const timestamp = AT.toISOString();
  const message = { id: 7, project_id: 1, user: "lan", message: "", timestamp, notice };
  return renderToString(
    <NoticeLine message={message} notice={notice} now={AT} texts={roomTexts(language)} />,
  );
}

Deno.test("NoticeLine tells who changed what, in both languages", () => {
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
    assert.equal(textIn(line(notice, "vi")), `${vi} - 14:05`);
    assert.equal(textIn(line(notice, "en")), `${en} - 14:05`);
  }
  assert.match(line({ change: "archived" }, "en"), /^<li class="notice" id="message-7">/);
});
