import { DatabaseSync } from "node:sqlite";
import { assertKnown } from "../startup/migrations.ts";
import type { DatabaseCopy } from "./copy_database.ts";
import { readTableMarks } from "./table_marks.ts";

/**
 * Checks a copy that nobody else has open: all of its pages and indexes, every reference between rows, and its tables
 * against what the source had.
 * @throws {Error} if anything is wrong, in one line
 */
export function checkDatabase(path: string, expected: DatabaseCopy): void {
  // Not read-only: such a connection of SQLite ignores the CHECK constraints. Nothing is written.
  const database = new DatabaseSync(path);
  try {
    const version = assertKnown(database, path);
    if (version !== expected.schemaVersion) {
      throw new Error(`it has schema version ${version} instead of ${expected.schemaVersion}`);
    }
    assertSound(database);
    compare(readTableMarks(database), expected.tables);
  } catch (error) {
    const { message } = error as Error;
    if (message.startsWith(path)) throw error;
    throw new Error(`${path} is damaged: ${message.replaceAll("\n", " ")}`, { cause: error });
  } finally {
    database.close();
  }
}

/**
 * Checks all pages and indexes of a database, and every reference between its rows.
 * @throws {Error} that says the first thing that is wrong
 */
export function assertSound(database: DatabaseSync): void {
  const [{ integrity_check: found }] = database.prepare("PRAGMA integrity_check(1)").all() as {
    integrity_check: string;
  }[];
  if (found !== "ok") throw new Error(found);
  const [broken] = database.prepare("PRAGMA foreign_key_check").all();
  if (broken !== undefined) {
    throw new Error(
      `a row of ${broken.table} refers to a row of ${broken.parent} that is missing`,
    );
  }
}

function compare(found: DatabaseCopy["tables"], expected: DatabaseCopy["tables"]): void {
  for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const [is, was] = [found[name], expected[name]];
    if (is === undefined) throw new Error(`the table ${name} is missing`);
    if (was === undefined) throw new Error(`it has a table ${name}, and its source had none`);
    if (is.rows !== was.rows) throw new Error(`${name} has ${is.rows} rows instead of ${was.rows}`);
    if (is.last_id !== was.last_id) {
      throw new Error(`the last id of ${name} is ${is.last_id} instead of ${was.last_id}`);
    }
  }
}
