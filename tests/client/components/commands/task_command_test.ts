import assert from "node:assert/strict";
import fc from "fast-check";
import {
  readTaskCommand,
  type TaskOrder,
  type TaskProblem,
} from "../../../../client/components/commands/task_command.ts";

/** A Friday. */
const NOW = new Date(2026, 10, 27, 9, 30);
const PEOPLE = { names: ["alice", "bob", "An.Nguyen", "binh"], me: "alice" };

const read = (rest: string, now = NOW) => readTaskCommand(rest, PEOPLE, now);
const due = (words: string, now = NOW) => (read(`Viết báo cáo ${words}`, now) as TaskOrder).due;

Deno.test("days are read at the end and at the beginning, as people write them", () => {
  const cases: [words: string, day: string][] = [
    ["hôm nay", "2026-11-27"],
    ["hom nay", "2026-11-27"],
    ["mai", "2026-11-28"],
    ["ngày mai", "2026-11-28"],
    ["ngay mai", "2026-11-28"],
    ["ngày mai".normalize("NFD"), "2026-11-28"],
    ["ngày kia", "2026-11-29"],
    ["ngày mốt", "2026-11-29"],
    // A weekday is the next such day, in a week if it is today's.
    ["thứ 6", "2026-12-04"],
    ["thứ sáu", "2026-12-04"],
    ["thu sau", "2026-12-04"],
    ["t6", "2026-12-04"],
    ["T7", "2026-11-28"],
    ["thứ bảy", "2026-11-28"],
    ["Thứ Bẩy", "2026-11-28"],
    ["chủ nhật", "2026-11-29"],
    ["CN", "2026-11-29"],
    ["thứ hai", "2026-11-30"],
    ["thu 2", "2026-11-30"],
    ["thứ ba", "2026-12-01"],
    ["thứ tư", "2026-12-02"],
    ["thứ năm", "2026-12-03"],
    ["thứ 5 tới", "2026-12-03"],
    ["thứ 7 này", "2026-11-28"],
    ["thứ sáu tuần này", "2026-11-27"],
    ["thứ hai tuần sau", "2026-11-30"],
    ["thứ 6 tuần tới", "2026-12-04"],
    ["chủ nhật tuần sau", "2026-12-06"],
    ["tuần sau", "2026-11-30"],
    ["tuan sau", "2026-11-30"],
    ["cuối tuần", "2026-11-28"],
    ["cuối tuần này", "2026-11-28"],
    ["cuối tuần sau", "2026-12-05"],
    ["today", "2026-11-27"],
    ["Tomorrow", "2026-11-28"],
    ["day after tomorrow", "2026-11-29"],
    ["mon", "2026-11-30"],
    ["Tue", "2026-12-01"],
    ["wed", "2026-12-02"],
    ["thursday", "2026-12-03"],
    ["FRI", "2026-12-04"],
    ["sat", "2026-11-28"],
    ["sunday", "2026-11-29"],
    ["next week", "2026-11-30"],
    ["next sunday", "2026-12-06"],
    ["friday next week", "2026-12-04"],
    ["this weekend", "2026-11-28"],
    ["1/12", "2026-12-01"],
    ["27/11", "2026-11-27"],
    ["26/11", "2027-11-26"],
    ["1-12", "2026-12-01"],
    ["1/12/2027", "2027-12-01"],
    ["1.12.2027", "2027-12-01"],
    ["2026-12-01", "2026-12-01"],
    ["26/11/2026", "2026-11-26"],
    ["29/2", "2028-02-29"],
    // Words that say that a day follows, and a day with its weekday.
    ["trước thứ 6", "2026-12-04"],
    ["hạn ngày 1/12", "2026-12-01"],
    ["ngày 1/12", "2026-12-01"],
    ["by friday", "2026-12-04"],
    ["due 2026-12-01", "2026-12-01"],
    ["thứ ba 1/12", "2026-12-01"],
    ["Thứ ba, ngày 1/12", "2026-12-01"],
    ["t3 1/12", "2026-12-01"],
  ];
  for (const [words, day] of cases) {
    const order = { title: "Viết báo cáo", assignee: null, due: day };
    assert.deepEqual(read(`Viết báo cáo ${words}`), order, words);
    assert.deepEqual(read(`${words} Viết báo cáo`), order, words);
    assert.deepEqual(read(`${words}: Viết báo cáo`), order, words);
    assert.deepEqual(read(`Viết báo cáo, ${words}`), order, words);
    assert.deepEqual(read(`@bob ${words} Viết báo cáo`), { ...order, assignee: "bob" }, words);
    assert.deepEqual(read(`Viết báo cáo ${words} @bob`), { ...order, assignee: "bob" }, words);
  }
});

Deno.test("on each day of a week, the words of a week lie ahead", () => {
  const week = Array.from({ length: 7 }, (_, at) => new Date(2026, 10, 23 + at, 23, 59));
  const days = (words: string) => week.map((now) => due(words, now)?.slice(5));
  assert.deepEqual(days("thứ 4"), "11-25 11-25 12-02 12-02 12-02 12-02 12-02".split(" "));
  assert.deepEqual(days("tuần sau"), Array(7).fill("11-30"));
  assert.deepEqual(days("cuối tuần"), "11-28 11-28 11-28 11-28 11-28 11-28 11-29".split(" "));
  assert.deepEqual(days("thứ 4 tuần sau"), Array(7).fill("12-02"));
  // One of this week that is over stays in the title.
  const over = Array(4).fill(undefined);
  assert.deepEqual(days("thứ 4 tuần này"), ["11-25", "11-25", "11-25", ...over]);
});

Deno.test("words that only look like a day stay in the title", () => {
  const titles = [
    "Hỏi chị Mai",
    "Mai gọi khách",
    "Sửa mái",
    "Xong mai.",
    "Báo cáo doanh thu",
    "Viết thứ 8",
    "Nâng cấp Deno lên 2.9",
    "Nâng cấp lên 1.12.26",
    "Chia theo tỉ lệ 50/50",
    "Báo cáo thứ 4 gửi khách",
  ];
  for (const title of titles) {
    assert.deepEqual(read(title), { title, assignee: null, due: null }, title);
  }
});

Deno.test("a member is named first or last, and only once", () => {
  const order = (title: string, assignee: string | null) => ({ title, assignee, due: null });
  const cases: [rest: string, order: TaskOrder][] = [
    ["@bob Viết báo cáo", order("Viết báo cáo", "bob")],
    ["@BOB: Viết báo cáo", order("Viết báo cáo", "bob")],
    ["Viết báo cáo @bob", order("Viết báo cáo", "bob")],
    ["Viết báo cáo - @bob", order("Viết báo cáo", "bob")],
    ["@an.nguyen. Viết", order("Viết", "An.Nguyen")],
    ["@bob Gửi thư cho @binh", order("Gửi thư cho @binh", "bob")],
    ["Hỏi @bob về giá", order("Hỏi @bob về giá", null)],
    ["Viết   báo  cáo @me", order("Viết   báo  cáo", "alice")],
    ["@tôi Viết", order("Viết", "alice")],
    ["@tôi Viết".normalize("NFD"), order("Viết".normalize("NFD"), "alice")],
    ["@toi Viết", order("Viết", "alice")],
    ["Thư tới a@b.example", order("Thư tới a@b.example", null)],
    ["Viết @", order("Viết @", null)],
    // Words of a day are the title where there is no other.
    ["mai", order("mai", null)],
    ["@bob mai", order("mai", "bob")],
    ["thứ 6 @bob", order("thứ 6", "bob")],
    ["một\thai", order("một hai", null)],
  ];
  for (const [rest, expected] of cases) assert.deepEqual(read(rest), expected, rest);
  const me = { names: ["alice", "me"], me: "alice" };
  assert.deepEqual(readTaskCommand("@me a", me, NOW), order("a", "me"));
});

Deno.test("what can't be done is told apart", () => {
  const cases: [rest: string, problem: TaskProblem["problem"], word?: string, near?: string[]][] = [
    ["", "no_title"],
    ["@bob", "no_title"],
    ["@bob \u200b", "no_title"],
    ["một\nhai", "several_lines"],
    ["x".repeat(256), "too_long"],
    ["@bo Viết", "no_member", "bo", ["bob"]],
    ["@bod Viết mai", "no_member", "bod", ["bob"]],
    ["Viết @nguyen", "no_member", "nguyen", ["An.Nguyen"]],
    ["@bính Viết".normalize("NFD"), "no_member", "bính".normalize("NFD"), ["binh"]],
    ["@nobody Viết", "no_member", "nobody"],
    ["@bob @binh Viết", "several_people"],
    ["Viết @bob @binh", "several_people"],
    ["Viết 31/2", "no_day", "31/2"],
    ["Viết 31/4/2027", "no_day", "31/4/2027"],
    ["2026-13-01 Viết", "no_day", "2026-13-01"],
  ];
  for (const [rest, problem, word = "", near = []] of cases) {
    assert.deepEqual(read(rest), { problem, word, near }, rest);
  }
  assert.deepEqual((read("🎉".repeat(255)) as TaskOrder).title.length, 510);
});

const WORDS = fc.constantFrom(
  ..."viết mai thứ 6 tuần sau next fri @bob @an @x 1/12 31/2 , : ngày hạn by @me - \u200b a".split(
    " ",
  ),
);

Deno.test("whatever is written, the title is a part of it, and a day is one of the calendar", () => {
  fc.assert(fc.property(
    fc.oneof(fc.array(WORDS).map((words) => words.join(" ")), fc.string({ unit: "grapheme" })),
    fc.date({ min: new Date(2000, 0, 1), max: new Date(2100, 0, 1), noInvalidDate: true }),
    (text, now) => {
      const order = readTaskCommand(text, PEOPLE, now);
      if ("problem" in order) return;
      assert.ok(text.replace(/\p{Cc}/gu, " ").includes(order.title));
      assert.equal(order.title, order.title.trim());
      if (order.due !== null) assert.match(order.due, /^\d{4}-\d\d-\d\d$/);
      assert.ok(order.assignee === null || PEOPLE.names.includes(order.assignee));
    },
  ));
});

Deno.test("day words are at most the two weeks ahead that they name", () => {
  const words = fc.constantFrom(
    ...["thứ 2", "thứ bảy", "cn", "t5", "mon", "sunday", "cuối tuần", "tuần sau", "mai"],
    ...["thứ 4 tuần sau", "next sat", "hôm nay", "cuối tuần sau"],
  );
  const date = fc.date({
    min: new Date(2000, 0, 1),
    max: new Date(2100, 0, 1),
    noInvalidDate: true,
  });
  fc.assert(fc.property(words, date, (words, now) => {
    const [year, month, day] = due(words, now)!.split("-").map(Number);
    const ahead = new Date(year, month - 1, day).getTime() -
      new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
    // A day may have an hour less or more.
    assert.ok(ahead >= 0 && ahead <= 14.5 * 86_400_000, `${words}: ${ahead}`);
  }));
});
