import assert from "node:assert/strict";
import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import { withFolder } from "../../folder.ts";

Deno.test("a check writes to the disk and changes nothing; without the files it says that they are gone", async () => {
  await withFolder(async (folder) => {
    const store = await openSqliteStore({ path: folder });
    const before = await store.count();
    const wal = () => Deno.statSync(`${folder}/chung.db-wal`).size;
    const empty = wal();
    await store.check();
    assert(wal() > empty);
    assert.deepEqual(await store.count(), before);
    assert.equal(store.figures().committed.writes, 1);
    await store.close();
    const next = await openSqliteStore({ path: folder });
    await Deno.rename(`${folder}/chung.db`, `${folder}/moved`);
    await assert.rejects(next.check(), { code: "unavailable" });
    assert.equal(next.figures().committed.writes, 0);
    await Deno.rename(`${folder}/moved`, `${folder}/chung.db`);
    await next.check();
    assert.equal(next.figures().dead, false);
    await next.close();
    await assert.rejects(next.check(), { code: "unavailable" });
  });
});
