import type { DatabaseSync } from "node:sqlite";

/** The size of a table at one moment, by which a copy is compared with its source. */
export interface TableMark {
  rows: number;
  /** The last id that AUTOINCREMENT gave, also to a row that is gone; null for a table without. */
  last_id: number | null;
}

/** The marks of all tables, by their names. */
export type TableMarks = Record<string, TableMark>;

/** Counts the rows of every table; those in which SQLite keeps its full-text index are left out. */
export function readTableMarks(database: DatabaseSync): TableMarks {
  const tables = database.prepare(
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  ).all() as { name: string }[];
  const given = database.prepare("SELECT name, seq FROM sqlite_sequence").all() as {
    name: string;
    seq: number;
  }[];
  const last = new Map(given.map(({ name, seq }) => [name, seq]));
  return Object.fromEntries(tables.map(({ name }) => {
    const { rows } = database.prepare(`SELECT count(*) AS rows FROM "${name}"`).get() as {
      rows: number;
    };
    return [name, { rows, last_id: last.get(name) ?? null }];
  }));
}
