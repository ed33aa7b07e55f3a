import type { DatabaseSync } from "node:sqlite";
import { openReaderConnection } from "../connections.ts";
import { isoTime } from "../iso_time.ts";
import { atOneMoment } from "../reads/one_moment.ts";
import { assertKnown, MIGRATIONS } from "../startup/migrations.ts";
import { columnOf, type FieldType, type Kind, KINDS } from "./kinds.ts";

/** A thing of an export. */
export interface Thing {
  kind: string;
  [field: string]: unknown;
}

/** The last ids that were ever given, by kind. */
export type LastIds = Record<string, number>;

type Value = string | number | null;

/**
 * Reads everything in a database as it is at one moment, in constant memory, beside a running server or not.
 * @param withPasswords whether users come with the hashes of their passwords
 * @param use takes the things in their order, and the last ids
 * @throws {Error} if the database has another schema version than this Chung
 */
export function readWorkplace<T>(
  path: string,
  withPasswords: boolean,
  use: (things: Iterable<Thing>, lastIds: LastIds) => T,
): T {
  const database = openReaderConnection(path);
  try {
    return atOneMoment(database, () => {
      const version = assertKnown(database, path);
      if (version < MIGRATIONS.length) {
        throw new Error(
          `${path} has schema version ${version}: start this version's server on it once`,
        );
      }
      return use(readAll(database, withPasswords), readLastIds(database));
    });
  } finally {
    database.close();
  }
}

function* readAll(database: DatabaseSync, withPasswords: boolean): Iterable<Thing> {
  for (const kind of KINDS) {
    const fields = Object.entries(kind.fields)
      .filter(([name]) => withPasswords || name !== "password");
    const columns = fields.map(([name, type]) => {
      const column = `t.${columnOf(kind, name)}`;
      return type.startsWith("user")
        ? `(SELECT username FROM users WHERE id = ${column}) AS "${name}"`
        : `${column} AS "${name}"`;
    });
    const rows = database.prepare(
      `SELECT ${columns.join(", ")} FROM ${kind.table} t ORDER BY ${kind.key}`,
    ).iterate() as Iterable<Record<string, Value>>;
    for (const row of rows) yield toThing(kind, fields, row);
  }
}

function toThing(
  { kind }: Kind,
  fields: [string, FieldType][],
  row: Record<string, Value>,
): Thing {
  const thing: Thing = { kind };
  for (const [name, type] of fields) {
    const value = row[name];
    if (value === null) continue;
    if (type.startsWith("time")) thing[name] = isoTime(value as number);
    else if (type.startsWith("json")) thing[name] = JSON.parse(value as string);
    else thing[name] = value;
  }
  return thing;
}

function readLastIds(database: DatabaseSync): LastIds {
  const given = database.prepare("SELECT name, seq FROM sqlite_sequence").all() as {
    name: string;
    seq: number;
  }[];
  const lastIds: LastIds = {};
  for (const { kind, table } of KINDS) {
    const last = given.find(({ name }) => name === table);
    if (last !== undefined) lastIds[kind] = last.seq;
  }
  return lastIds;
}
