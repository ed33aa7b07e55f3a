import assert from "node:assert/strict";
import { ChungError } from "../../../lib/errors.ts";
import { DatabaseDamaged, fromFailure } from "../../../lib/store/failure.ts";
import { isDamaged, isUnavailable, toFailure } from "../../../lib/store/sqlite/sqlite_errors.ts";

const withCode = (errcode: number) => Object.assign(new Error("as SQLite says"), { errcode });

Deno.test("isUnavailable tells a database out of reach from other failures", () => {
  const cases: [unknown, boolean][] = [
    [withCode(13), true],
    [withCode(5), true],
    // Extended codes: SQLITE_IOERR_FSYNC, SQLITE_CONSTRAINT_FOREIGNKEY.
    [withCode(1034), true],
    [withCode(787), false],
    [new Error("database or disk is full"), true],
    [new Error("database is locked"), true],
    [new Error("database table is locked"), true],
    [new Error("database table is locked: chats"), true],
    [new Error("database schema is locked: main"), true],
    [new Error("disk I/O error"), true],
    [new Error("attempt to write a readonly database"), true],
    [new Error("unable to open database file: /no/chung.db"), true],
    [new Error("FOREIGN KEY constraint failed"), false],
    [new Error("my text says: disk I/O error"), false],
    [new TypeError("x is undefined"), false],
    ["disk I/O error", false],
  ];
  for (const [error, expected] of cases) assert.equal(isUnavailable(error), expected, `${error}`);
});

Deno.test("a damaged database is unavailable to clients, and known to be damaged, on either side of the threads", () => {
  for (
    const error of [
      withCode(11),
      withCode(26),
      // SQLITE_CORRUPT_VTAB, reported for the search index.
      withCode(267),
      new Error("database disk image is malformed"),
      new Error("file is not a database"),
    ]
  ) {
    const crossed = fromFailure(structuredClone(toFailure(error)));
    assert.ok(crossed instanceof DatabaseDamaged, `${error}`);
    assert.equal(crossed.code, "unavailable");
    assert.equal(crossed.reason, error.message);
  }
  assert.ok(!isDamaged(withCode(13)));
  assert.ok(!isDamaged(new Error("it says: database disk image is malformed")));
});

Deno.test("fromFailure gives back what toFailure was given, by way of plain data", () => {
  const cross = (error: unknown) => fromFailure(structuredClone(toFailure(error)));
  const refused = cross(new ChungError("not_owner", "only the owner"));
  assert.ok(refused instanceof ChungError);
  assert.equal(refused.code, "not_owner");
  assert.equal(refused.message, "only the owner");

  const full = cross(withCode(13));
  assert.ok(full instanceof ChungError);
  assert.equal(full.code, "unavailable");

  const bug = new TypeError("x is undefined");
  const crossed = cross(bug);
  assert.ok(!(crossed instanceof ChungError));
  assert.equal(crossed.name, "TypeError");
  assert.equal(crossed.message, bug.message);
  assert.equal(crossed.stack, bug.stack);
  assert.equal(cross("thrown text").message, "thrown text");
});
