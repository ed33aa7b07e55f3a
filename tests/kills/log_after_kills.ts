import assert from "node:assert/strict";
import { verifyLog } from "../../lib/audit/chain/verify_log.ts";
import { readLogHeads } from "../../lib/store/sqlite/reads/log_heads.ts";
import { parseLog } from "../audit/log_reader.ts";

const RULE = "-".repeat(55);
const ENTRY = new RegExp(
  `${RULE}\nActionName: .*\nActionType: .*\nUser: .*\nMessageRequest: .*\nMessageResponse: .*\nTimestamp: .*\n${RULE}\n`,
  "g",
);

/** Checks that the chains prove every file and have the heads that the database knows, but for what kills leave. */
export async function assertChained(folder: string): Promise<void> {
  const known = readLogHeads(`${folder}/data/chung.db`);
  assert(known.heads.length > 0, "the database knows no chain");
  let entries = 0;
  for await (const report of verifyLog(`${folder}/log`, known, null)) {
    assert.deepEqual(report.findings, [], `${report.day} ${report.file}`);
    assert(report.chained, `${report.file} has no chain`);
    for (const { kind } of report.notes) assert.equal(kind, "crash");
    entries += report.entries;
  }
  assert(entries > 100, `only ${entries} entries`);
}

/** Checks that each file contains only whole entries, except for at most one torn piece per kill. */
export function assertLog(folder: string, kills: number): void {
  for (const day of Deno.readDirSync(folder)) {
    for (const file of Deno.readDirSync(`${folder}/${day.name}`)) {
      if (file.name.endsWith(".chain")) continue;
      const text = Deno.readTextFileSync(`${folder}/${day.name}/${file.name}`);
      const entries = text.match(ENTRY) ?? [];
      parseLog(entries.join(""));
      const torn = text.replace(ENTRY, "\0").split("\0").filter((piece) => piece.trim() !== "");
      assert(torn.length <= kills, `${file.name} has ${torn.length} torn entries`);
      for (const piece of torn) assert(piece.startsWith("-"), `${file.name}: ${piece}`);
    }
  }
}
