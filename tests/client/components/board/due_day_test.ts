import assert from "node:assert/strict";
import { dayOf, dueState, dueText } from "../../../../client/components/board/due_day.ts";

const TEXTS = { today: "hôm nay", yesterday: "hôm qua", tomorrow: "ngày mai" };

Deno.test("a task is late, due today, in this week until Sunday, or later", () => {
  const cases: [now: Date, due: string | null, state: string][] = [
    [new Date(2026, 10, 27, 23, 59), "2026-11-26", "late"],
    [new Date(2026, 10, 27, 0, 0), "2026-11-27", "today"],
    [new Date(2026, 10, 27, 23, 59), "2026-11-27", "today"],
    [new Date(2026, 10, 27), "2026-11-29", "week"],
    [new Date(2026, 10, 27), "2026-11-30", "later"],
    // Sunday is the last day of a week, Monday the first.
    [new Date(2026, 10, 29), "2026-11-30", "later"],
    [new Date(2026, 10, 30), "2026-12-06", "week"],
    [new Date(2026, 10, 30), "2026-12-07", "later"],
    // A week over the end of a year.
    [new Date(2026, 11, 31), "2027-01-03", "week"],
    [new Date(2026, 11, 31), "2027-01-04", "later"],
    [new Date(2027, 0, 1), "2026-12-31", "late"],
    [new Date(2026, 10, 27), "9999-12-31", "later"],
    [new Date(2026, 10, 27), "0001-01-01", "late"],
    [new Date(2026, 10, 27), null, "none"],
  ];
  for (const [now, due, state] of cases) assert.equal(dueState(due, now), state, `${now} ${due}`);
});

Deno.test("a day is written as people here write it", () => {
  const now = new Date(2026, 11, 31, 12);
  const cases = [
    ["2026-12-30", "hôm qua"],
    ["2026-12-31", "hôm nay"],
    ["2027-01-01", "ngày mai"],
    ["2026-12-01", "1/12"],
    ["2027-01-02", "2/1/2027"],
    ["0099-03-04", "4/3/99"],
  ];
  for (const [due, text] of cases) assert.equal(dueText(due, now, TEXTS), text, due);
});

Deno.test("days are those of the reader's time zone, also where clocks change", async () => {
  const code = `
    import { dayOf, dueState, dueText } from "./client/components/board/due_day.ts";
    const now = new Date("2026-03-29T00:30:00Z");
    console.log(dayOf(now), dueState("2026-03-29", now),
      dueText("2026-03-28", now, { today: "0", yesterday: "-1", tomorrow: "1" }));
  `;
  const inZone = async (zone: string) => {
    const command = new Deno.Command(Deno.execPath(), {
      args: ["eval", code],
      env: { TZ: zone, NO_COLOR: "1" },
    });
    const { stdout } = await command.output();
    return new TextDecoder().decode(stdout).trim();
  };
  assert.deepEqual(
    await Promise.all(
      ["Asia/Ho_Chi_Minh", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati"].map(
        inZone,
      ),
    ),
    ["2026-03-29 today -1", "2026-03-29 today -1", "2026-03-28 today 0", "2026-03-29 today -1"]
      .map((line) => line.replace("2026-03-28 today 0", "2026-03-28 week 0")),
  );
});

Deno.test("the day of a date has four digits for its year", () => {
  const early = new Date(2026, 0, 5);
  early.setFullYear(33);
  assert.equal(dayOf(early), "0033-01-05");
});
