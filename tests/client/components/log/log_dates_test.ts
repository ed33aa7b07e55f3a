import assert from "node:assert/strict";
import { clockTime } from "../../../../client/components/chat_time.ts";
import { dayName, fullTime } from "../../../../client/components/log/log_dates.ts";
import { roomTexts } from "../../../../client/i18n/room_texts.ts";

const [VI, EN] = [roomTexts("vi"), roomTexts("en")];
const iso = (year: number, month: number, day: number) =>
  new Date(year, month - 1, day, 8, 14, 3).toISOString();

Deno.test("dayName names a day as people do, with its year when that is another", () => {
  const now = new Date(2026, 10, 27, 0, 0, 1);
  const cases: [string, string, string][] = [
    [iso(2026, 11, 27), "Hôm nay", "Today"],
    [iso(2026, 11, 26), "Hôm qua", "Yesterday"],
    [iso(2026, 11, 25), "Thứ tư, 25 tháng 11", "Wednesday, 25 November"],
    [iso(2026, 11, 22), "Chủ nhật, 22 tháng 11", "Sunday, 22 November"],
    [iso(2025, 12, 31), "Thứ tư, 31 tháng 12, 2025", "Wednesday, 31 December 2025"],
  ];
  for (const [day, vi, en] of cases) {
    assert.deepEqual([dayName(day, now, VI), dayName(day, now, EN)], [vi, en]);
  }
  assert.equal(dayName(iso(2025, 12, 31), new Date(2026, 0, 1), EN), "Yesterday");
});

Deno.test("fullTime is precise, and clockTime short", () => {
  const at = iso(2026, 11, 25);
  assert.equal(fullTime(at, VI), "Thứ tư, 25 tháng 11, 2026, lúc 08:14:03");
  assert.equal(fullTime(at, EN), "Wednesday, 25 November 2026 at 08:14:03");
  assert.equal(clockTime(at), "08:14");
  assert.deepEqual([fullTime("soon", EN), clockTime("soon")], ["soon", ""]);
});
