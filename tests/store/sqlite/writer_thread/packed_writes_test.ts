import assert from "node:assert/strict";
import {
  packRequest,
  packResult,
  unpackRequest,
  unpackResult,
} from "../../../../lib/store/sqlite/writer_thread/packed_writes.ts";
import type { WriteResult } from "../../../../lib/store/write_queue.ts";
import type { SqliteWriteRequest } from "../../../../lib/store/sqlite/writes/sqlite_writes.ts";

const ADD: SqliteWriteRequest = {
  name: "addMessage",
  input: { projectId: 3, userId: 7, text: "chào cả nhà", at: 1_000, tag: "t-1" },
};
const MESSAGE = {
  id: 17,
  project_id: 3,
  user: "alice",
  message: "chào cả nhà",
  timestamp: "2026-11-24T08:15:30.123Z",
};
const ADDED = { message: MESSAGE, duplicate: false, ordinal: 5, mentioned: [] };

const pairs: [title: string, request: SqliteWriteRequest, result: WriteResult][] = [
  ["a new message", ADD, { ok: true, value: ADDED }],
  ["a message sent again", ADD, {
    ok: true,
    value: {
      ...ADDED,
      message: { ...MESSAGE, message: "", deleted: true },
      duplicate: true,
    },
  }],
  ["a message that mentions somebody", ADD, {
    ok: true,
    value: { ...ADDED, mentioned: [{ id: 2, username: "bob" }] },
  }],
  ["a refused message", ADD, {
    ok: false,
    failure: { kind: "chung", code: "not_a_member", message: "no" },
  }],
  ["another write", { name: "endSession", input: { id: "jti", at: 0 } }, { ok: true, value: true }],
];

for (const [title, request, result] of pairs) {
  Deno.test(`a request and its result are the same across the threads when they are of ${title}`, () => {
    assert.deepEqual(unpackRequest(structuredClone(packRequest(request))), request);
    assert.deepEqual(unpackResult(structuredClone(packResult(result, request)), request), result);
  });
}
