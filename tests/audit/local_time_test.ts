import assert from "node:assert/strict";
import { LocalTime } from "../../lib/audit/local_time.ts";

const cases: {
  title: string;
  offset: number;
  utc: string;
  day: string;
  timestamp: string;
}[] = [
  {
    title: "east of Greenwich",
    offset: 420,
    utc: "2024-10-30T01:15:30.123Z",
    day: "30_10_2024",
    timestamp: "2024-10-30 08:15:30.123 +07:00",
  },
  {
    title: "at Greenwich",
    offset: 0,
    utc: "2024-01-02T03:04:05.006Z",
    day: "02_01_2024",
    timestamp: "2024-01-02 03:04:05.006 +00:00",
  },
  {
    title: "at half an hour west",
    offset: -210,
    utc: "2024-03-01T03:00:00.000Z",
    day: "29_02_2024",
    timestamp: "2024-02-29 23:30:00.000 -03:30",
  },
  {
    title: "less than an hour west",
    offset: -30,
    utc: "2025-01-01T00:00:00.999Z",
    day: "31_12_2024",
    timestamp: "2024-12-31 23:30:00.999 -00:30",
  },
  {
    title: "at three quarters of an hour east",
    offset: 345,
    utc: "2024-12-31T18:15:00.000Z",
    day: "01_01_2025",
    timestamp: "2025-01-01 00:00:00.000 +05:45",
  },
];

for (const { title, offset, utc, day, timestamp } of cases) {
  Deno.test(`LocalTime gives date, time and offset when the server is ${title}`, () => {
    const time = new LocalTime(() => offset);
    assert.equal(time.timestamp(Date.parse(utc)), timestamp);
    assert.equal(time.day(Date.parse(utc)), day);
  });
}

Deno.test("LocalTime turns the day when the last millisecond of it is over", () => {
  const time = new LocalTime(() => 420);
  const midnight = Date.parse("2024-10-30T17:00:00.000Z");
  assert.equal(time.day(midnight - 1), "30_10_2024");
  assert.equal(time.timestamp(midnight - 1), "2024-10-30 23:59:59.999 +07:00");
  assert.equal(time.day(midnight), "31_10_2024");
  assert.equal(time.timestamp(midnight), "2024-10-31 00:00:00.000 +07:00");
  assert.equal(time.day(midnight - 1), "30_10_2024");
});

Deno.test("LocalTime asks for the offset of the moment when the clocks change", () => {
  const change = Date.parse("2024-10-27T01:00:00.000Z");
  const time = new LocalTime((at) => at < change ? 120 : 60);
  assert.equal(time.timestamp(change - 1), "2024-10-27 02:59:59.999 +02:00");
  assert.equal(time.timestamp(change), "2024-10-27 02:00:00.000 +01:00");
});

const zones: [zone: string, at: string, expected: string][] = [
  ["Asia/Ho_Chi_Minh", "2024-10-30T01:15:30.123Z", "2024-10-30 08:15:30.123 +07:00"],
  ["America/St_Johns", "2024-07-01T00:00:00.000Z", "2024-06-30 21:30:00.000 -02:30"],
  ["Europe/Berlin", "2024-10-27T00:59:59.999Z", "2024-10-27 02:59:59.999 +02:00"],
  ["Europe/Berlin", "2024-10-27T01:00:00.000Z", "2024-10-27 02:00:00.000 +01:00"],
];

const module = new URL("../../lib/audit/local_time.ts", import.meta.url).href;

for (const [zone, at, expected] of zones) {
  Deno.test(`LocalTime gives the machine's own offset at ${at} when TZ is ${zone}`, async () => {
    const program = `import { LocalTime } from ${JSON.stringify(module)};
      console.log(new LocalTime().timestamp(Date.parse(${JSON.stringify(at)})));`;
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["eval", "--no-lock", program],
      env: { TZ: zone },
    }).output();
    assert.equal(new TextDecoder().decode(stdout), `${expected}\n`);
  });
}
