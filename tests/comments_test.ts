import assert from "node:assert/strict";
import { join, relative } from "node:path";

const ROOT = join(import.meta.dirname!, "..");
const FOLDERS = ["client", "islands", "lib", "packaging", "routes"];

/** Files whose doc comments are still to be rewritten. */
const EXEMPT: readonly string[] = [
  "lib/actions/access.ts",
  "lib/actions/action.ts",
  "lib/actions/mention.ts",
  "lib/audit/audit_entry.ts",
  "lib/audit/audit_log.ts",
  "lib/audit/entry_buffer.ts",
  "lib/audit/mask.ts",
  "lib/audit/retry_buffer.ts",
  "lib/auth/other_work.ts",
  "lib/auth/passwords.ts",
  "lib/dispatch.ts",
  "lib/net/admission/address_limits.ts",
  "lib/net/listener.ts",
  "lib/net/outbox.ts",
  "lib/store/commit.ts",
  "lib/store/failure.ts",
  "lib/store/sqlite/database_faults.ts",
  "lib/store/sqlite/search/search_text.ts",
  "lib/store/sqlite/sqlite_errors.ts",
  "lib/store/sqlite/sqlite_store.ts",
  "lib/store/sqlite/startup/data_folder.ts",
  "lib/store/sqlite/startup/rooms_schema.ts",
  "lib/store/sqlite/startup/wal_index.ts",
  "lib/store/sqlite/startup/wal_reader.ts",
  "lib/store/sqlite/writes/member_rows.ts",
  "lib/store/sqlite/writes/member_writes.ts",
  "lib/store/sqlite/writes/mention_rows.ts",
  "lib/store/sqlite/writes/request_tags.ts",
  "lib/store/sqlite/writes/room_cache.ts",
  "lib/store/sqlite/writes/writer.ts",
  "lib/store/store.ts",
  "lib/store/write_queue.ts",
];

/**
 * A doc comment names what it documents: "Resolves a token to its session", not "Whose a token is". These words begin
 * a clause in place of a noun or verb.
 */
const CLAUSE = /\/\*\*\s*(?:\*\s*)?(?:What|Of|Those|Whose|Who)\s/g;

function* sourceFiles(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = join(folder, name);
    if (isDirectory) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

function clauses(path: string): string[] {
  const text = Deno.readTextFileSync(path);
  return [...text.matchAll(CLAUSE)].map(({ 0: found, index }) => {
    const line = text.slice(0, index + found.length).split("\n").length;
    return `${relative(ROOT, path).replaceAll("\\", "/")}:${line}`;
  });
}

Deno.test("doc comments begin with a noun or a verb", () => {
  const files = [...FOLDERS.flatMap((name) => [...sourceFiles(join(ROOT, name))])];
  const found = [...files, join(ROOT, "server.ts")].flatMap(clauses);
  const left = found.filter((place) => !EXEMPT.includes(place.replace(/:\d+$/, "")));
  assert.deepEqual(left, [], "begin these with what the thing is or does");
});
