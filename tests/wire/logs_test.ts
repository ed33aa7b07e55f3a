import assert from "node:assert/strict";
import { withFolder } from "../folder.ts";
import type { LogEntry } from "../../lib/model/log/log_entry.ts";
import { openSqliteStore } from "../../lib/store/sqlite/open_sqlite_store.ts";
import { withServer } from "./with_server.ts";

const NOON = new Date(2026, 10, 23, 12).getTime();
const DAY = "23_11_2026";

/** Runs a test with a server on which `alice` is an admin, and `bob` is not. */
async function withAdmin(test: Parameters<typeof withServer>[0]): Promise<void> {
  await withFolder(async (directory) => {
    const now = () => NOON;
    await withServer(
      async ({ connect }) => {
        const client = await connect();
        await client.ok("reg alice matkhau-123");
        await client.ok("reg bob matkhau-123");
      },
      {},
      { directory, now },
    );
    const store = await openSqliteStore({ path: `${directory}/data` });
    await store.write("setRole", { username: "alice", role: "admin", admin: null })
      .promise();
    await store.close();
    await withServer(test, {}, { directory, now });
  });
}

Deno.test("log_days and logs tell what the files hold, page by page", () =>
  withAdmin(async ({ connect }) => {
    const client = await connect();
    const { token } = await client.ok("login alice matkhau-123");
    const { project } = await client.ok(`new_project ${token} Hóa đơn`);
    for (let at = 0; at < 5; at++) await client.ok(`chat ${token} ${project.id} tin số ${at}`);
    await client.request(`chat ${token} 99 lạc`);
    const { days } = await client.ok(`log_days ${token}`);
    assert.equal(days.length, 1);
    assert.equal(days[0].day, DAY);
    assert.deepEqual(days[0].actions, [
      "chat",
      "connection",
      "event",
      "login",
      "new_project",
      "reg",
    ]);

    const requests = (entries: LogEntry[]) => entries.map(({ MessageRequest }) => MessageRequest);
    const first = await client.ok(`logs ${token} ${DAY} chat 4`);
    assert.deepEqual(requests(first.entries), [
      "chat *** 99 lạc",
      ...[4, 3, 2].map((at) => `chat *** ${project.id} tin số ${at}`),
    ]);
    assert.equal(first.more, true);
    const rest = await client.ok(`logs ${token} ${DAY} CHAT - ${first.entries[3].id}`);
    assert.deepEqual(
      requests(rest.entries),
      [1, 0].map((at) => `chat *** ${project.id} tin số ${at}`),
    );
    assert.equal(rest.more, false);
    assert.deepEqual(await client.ok(`logs ${token} ${DAY} chat - ${first.next}`), rest);
    const { ActionName, ActionType, User, text } = first.entries[0];
    assert.deepEqual([ActionName, ActionType, User], ["trò chuyện", "chat", "alice"]);
    assert.match(text, /^-{55}\nActionName: trò chuyện\n.*\n-{55}\n$/s);

    const found = await client.ok(`logs ${token} ${DAY} * - - alice hoa don`);
    assert.deepEqual(found.entries.map(({ file }: LogEntry) => file), ["event", "new_project"]);
    assert.deepEqual((await client.ok(`logs ${token} ${DAY} * - - bob hoa don`)).entries, []);
    await client.close();
  }));

Deno.test("logs refuses what it can't tell, and who may not ask", () =>
  withAdmin(async ({ connect }) => {
    const client = await connect();
    const { token } = await client.ok("login alice matkhau-123");
    const { token: bobs } = await client.ok("login bob matkhau-123");
    const refused: [line: string, answer: RegExp][] = [
      [`logs ${token} 01_01_2020 chat`, /^err logs log_not_found .*log_days/],
      [`logs ${token} ${DAY} watch`, /^err logs log_not_found .*log_days/],
      [`logs ${token} ${DAY} ../../data/chung`, /^err logs log_not_found /],
      [`logs ${token} .. chat`, /^err logs bad_request a day is as 30_10_2024/],
      [`logs ${token} 31_02_2024 chat`, /^err logs bad_request /],
      [`logs ${token} ${DAY} reg 10 x`, /^err logs bad_request before is an id/],
      [`logs ${token} ${DAY} reg many`, /^err logs bad_request usage: logs /],
      [`logs ${token}`, /^err logs bad_request usage: logs /],
      [`logs ${bobs} ${DAY} reg`, /^err logs forbidden /],
      [`log_days ${bobs}`, /^err log_days forbidden /],
      [`log_days x`, /^err log_days invalid_token /],
      ["logs - 01_01_2020 chat", /^err logs invalid_token /],
    ];
    for (const [line, answer] of refused) assert.match(await client.request(line), answer, line);
    await client.close();
  }));
