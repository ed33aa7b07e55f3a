import assert from "node:assert/strict";
import { VERSION } from "../../../lib/cli/version.ts";
import { parseReply } from "../../../lib/protocol/replies.ts";
import { withFolder } from "../../folder.ts";
import { withServer } from "../with_server.ts";

Deno.test("admins are told the server's state, and its last minutes from before the restart", async () => {
  await withFolder(async (directory) => {
    const now = new Date(2026, 10, 23, 12).getTime();
    const minute = {
      at: new Date(now - 3 * 60_000).toISOString(),
      connections: 4,
      messages: 2,
      requests: 9,
      delivery_p50_ms: 1.25,
      delivery_p99_ms: null,
      store_bytes: 8_192,
      log_bytes: 10,
    };
    await Deno.mkdir(`${directory}/data`);
    await Deno.writeTextFile(`${directory}/data/figures.jsonl`, `${JSON.stringify(minute)}\n`);
    await withServer(
      async ({ server, connect }) => {
        const [alice, bob] = [await connect(), await connect()];
        const token = await alice.join("alice");
        const bobToken = await bob.join("bob");
        assert.match(await server.operate("set_role - alice admin"), /^ok /);
        await alice.ok(`new_project ${token} Website`);
        await alice.ok(`add_group ${token} 1 bob`);
        await bob.ok(`enter ${bobToken} 1`);
        for (const text of ["one", "two"]) await alice.ok(`chat ${token} 1 ${text}`);
        await alice.ok(`new_task ${token} 1 Write it down`);
        for (const action of ["stats", "figures"]) {
          assert.equal(await bob.err(`${action} ${bobToken}`), "forbidden");
        }
        const stats = await alice.ok(`stats ${token}`);
        const { store_bytes, log_bytes, ...counts } = stats;
        assert.deepEqual(counts, {
          connections: 2,
          entered: 1,
          messages: 2,
          users: 2,
          projects: 1,
          tasks: 1,
          uptime_s: 0,
          requests: 13,
          errors: 2,
          version: VERSION,
          backup: null,
        });
        assert(store_bytes > 8_000 && log_bytes >= 0);
        assert.deepEqual(parseReply("stats", stats), stats);
        const figures = await alice.ok(`figures ${token}`);
        assert.deepEqual(figures, {
          since: minute.at,
          connections: [4, null, null],
          messages: [2, null, null],
          requests: [9, null, null],
          delivery_p50_ms: [1.25, null, null],
          delivery_p99_ms: [null, null, null],
          store_bytes: [8_192, null, null],
          log_bytes: [10, null, null],
        });
        assert.deepEqual(parseReply("figures", figures), figures);
        assert.deepEqual((await alice.ok(`figures ${token} 1`)).connections, [null]);
        assert.equal(await alice.err(`figures ${token} 0`), "bad_request");
        assert.match(await server.operate("stats -"), /^ok stats \{"connections":2,/);
      },
      {},
      { directory, now: () => now },
    );
    const log = (action: string) =>
      Deno.readTextFileSync(`${directory}/log/23_11_2026/${action}_log_23_11_2026.log`);
    assert.match(log("stats"), /ActionName: xem tình trạng máy chủ\nActionType: stats\n/);
    assert.match(log("figures"), /ActionName: xem số liệu máy chủ\nActionType: figures\n/);
  });
});
