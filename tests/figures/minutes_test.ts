import assert from "node:assert/strict";
import { MINUTE, Minutes } from "../../lib/figures/minutes.ts";
import { MAX_MINUTES, type MinuteFigures } from "../../lib/model/figures/stats.ts";
import { withFolder } from "../folder.ts";

const START = Date.UTC(2026, 10, 23, 8, 15);

function minute(number: number, messages = number): MinuteFigures {
  return {
    at: new Date(START + number * MINUTE).toISOString(),
    connections: 3,
    messages,
    requests: 5,
    delivery_p50_ms: messages === 0 ? null : 1.5,
    delivery_p99_ms: messages === 0 ? null : 9,
    store_bytes: 4096,
    log_bytes: 100,
  };
}

/** The messages of the last minutes, asked for in the middle of minute `now`. */
const messages = (minutes: Minutes, now: number, count = MAX_MINUTES) =>
  minutes.last(count, START + (now + 0.5) * MINUTE).messages;

const unexpected = (line: string) => assert.fail(line);

Deno.test("minutes outlive a restart, and those in between are told as gaps", async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/figures.jsonl`;
    const first = new Minutes(path, unexpected);
    assert.deepEqual(messages(first, 0), []);
    await first.add(minute(0, 7));
    await first.add(minute(1, 0));
    const second = new Minutes(path, unexpected);
    await second.add(minute(4, 9));
    const lists = second.last(MAX_MINUTES, START + 5.5 * MINUTE);
    assert.deepEqual(lists, {
      since: new Date(START).toISOString(),
      connections: [3, 3, null, null, 3],
      messages: [7, 0, null, null, 9],
      requests: [5, 5, null, null, 5],
      delivery_p50_ms: [1.5, null, null, null, 1.5],
      delivery_p99_ms: [9, null, null, null, 9],
      store_bytes: [4096, 4096, null, null, 4096],
      log_bytes: [100, 100, null, null, 100],
    });
    assert.deepEqual(messages(second, 5, 2), [null, 9]);
    assert.equal(Deno.build.os === "windows" || Deno.statSync(path).mode! & 0o77, 0);
  });
});

Deno.test("a spoilt or torn line is left out, and the next start reads what was added after it", async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/figures.jsonl`;
    const whole = `${JSON.stringify(minute(0))}\n${JSON.stringify(minute(1))}\n`;
    const spoilt = ["{}\n", "null\n", "x\n", `${JSON.stringify({ ...minute(2), at: "x" })}\n`];
    await Deno.writeTextFile(
      path,
      spoilt.join("") + whole + JSON.stringify(minute(2)).slice(0, 50),
    );
    const minutes = new Minutes(path, unexpected);
    assert.deepEqual(messages(minutes, 2), [0, 1]);
    await minutes.add(minute(2));
    assert.deepEqual(messages(new Minutes(path, unexpected), 3), [0, 1, 2]);
  });
});

Deno.test("a minute of a clock that was wrong makes room for those of the right one", async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/figures.jsonl`;
    const minutes = new Minutes(path, unexpected);
    for (const number of [0, 1, 20, 2, 3]) await minutes.add(minute(number));
    for (const each of [minutes, new Minutes(path, unexpected)]) {
      assert.deepEqual(messages(each, 4), [0, 1, 2, 3]);
    }
    for (const number of [500_000, 4, 5]) await minutes.add(minute(number));
    for (const each of [minutes, new Minutes(path, unexpected)]) {
      assert.deepEqual(messages(each, 6), [4, 5]);
    }
    const early = new Minutes(path, unexpected);
    await early.add(minute(-500_000, 5));
    assert.deepEqual(messages(early, -499_999), [5]);
  });
});

Deno.test("a day is kept, and the file doesn't grow beyond two", async () => {
  await withFolder(async (folder) => {
    const path = `${folder}/figures.jsonl`;
    const minutes = new Minutes(path, unexpected);
    const last = 3 * MAX_MINUTES + 5;
    let most = 0;
    for (let number = 0; number <= last; number++) {
      await minutes.add(minute(number, 1));
      most = Math.max(most, Deno.statSync(path).size);
    }
    const line = JSON.stringify(minute(0)).length + 1;
    assert(most <= 2 * MAX_MINUTES * line, `${most}`);
    const kept = messages(new Minutes(path, unexpected), last + 1);
    assert.deepEqual(kept, Array(MAX_MINUTES).fill(1));
  });
});

Deno.test("a file that can't be written is told once, and loses no minute of this run", async () => {
  await withFolder(async (folder) => {
    const reports: string[] = [];
    const path = `${folder}/none/figures.jsonl`;
    const minutes = new Minutes(path, (line) => void reports.push(line));
    await minutes.add(minute(0));
    await minutes.add(minute(1));
    assert.equal(reports.length, 1);
    assert.match(reports[0], /figures\.jsonl can't be written/);
    await Deno.mkdir(`${folder}/none`);
    await minutes.add(minute(2));
    assert.deepEqual(messages(new Minutes(path, unexpected), 3), [0, 1, 2]);
  });
});
