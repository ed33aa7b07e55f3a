import { DatabaseSync, type StatementSync } from "node:sqlite";
import { nameKey } from "../../../model/accounts/name_key.ts";
import { assertSound } from "../backup/check_database.ts";
import { migrate } from "../startup/migrations.ts";
import { columnOf, DERIVED_COLUMNS, type FieldType, type Kind, KINDS } from "./kinds.ts";
import type { LastIds, Thing } from "./read_workplace.ts";

/** The number of things stored in one transaction. */
const BATCH = 10_000;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const USERNAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;

const BCRYPT = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/;
/** A well-formed hash that no password is known for: an admin has to give its user a new one. */
const UNKNOWN_PASSWORD = `$2b$10$${".".repeat(53)}`;

type Value = string | number | null;

/** Writes the things of an export into a new database, in their order. */
export class WorkplaceWriter {
  readonly #path: string;
  readonly #database: DatabaseSync;
  readonly #inserts: Map<string, { place: number; kind: Kind; insert: StatementSync }>;
  /** Ids by username in lower case: names differ in more than the case of letters. */
  readonly #users = new Map<string, number>();
  readonly #projects = new Set<number>();
  #place = 0;
  #count = 0;

  /** @param path that of a file that doesn't exist */
  constructor(path: string) {
    this.#path = path;
    this.#database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
    migrate(this.#database, path);
    // Nobody else sees the file before it is whole and synced.
    this.#database.exec("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; BEGIN");
    this.#inserts = new Map(
      KINDS.map((kind, place) => [kind.kind, { place, kind, insert: this.#prepare(kind) }]),
    );
  }

  /** @throws {Error} if the thing is not one of an export, or doesn't fit to those before it, in one line */
  add(thing: Thing): void {
    const found = this.#inserts.get(String(thing.kind));
    if (found === undefined) throw new Error(`there is no kind ${JSON.stringify(thing.kind)}`);
    const { place, kind, insert } = found;
    if (place < this.#place) {
      throw new Error(`a ${kind.kind} can't come after a ${KINDS[this.#place].kind}`);
    }
    this.#place = place;
    const unknown = Object.keys(thing).find((name) => name !== "kind" && !(name in kind.fields));
    if (unknown !== undefined) throw new Error(`a ${kind.kind} has no "${unknown}"`);
    const values = Object.entries(kind.fields)
      .map(([name, type]) => this.#toValue(name, type, thing[name] ?? null));
    insert.run(...values, ...this.#derived(kind, thing));
    if (kind.kind === "user") this.#users.set(key(thing.username), thing.id as number);
    if (kind.kind === "project") this.#projects.add(thing.id as number);
    if (++this.#count % BATCH === 0) this.#database.exec("COMMIT; BEGIN");
  }

  /**
   * Ends the database, and checks that nothing in it refers to what is missing.
   * @throws {Error} if something does, or a last id is below one that was given
   */
  finish(lastIds: LastIds): void {
    for (const [kind, last] of Object.entries(lastIds)) this.#setLastId(kind, last);
    this.#database.exec("COMMIT; PRAGMA journal_mode = DELETE");
    assertSound(this.#database);
    this.close();
    if (Deno.build.os !== "windows") Deno.chmodSync(this.#path, 0o600);
    using file = Deno.openSync(this.#path, { read: true, write: true });
    file.syncSync();
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #prepare(kind: Kind): StatementSync {
    const columns = Object.keys(kind.fields).map((name) => columnOf(kind, name));
    const all = [...columns, ...DERIVED_COLUMNS[kind.table] ?? []];
    return this.#database.prepare(
      `INSERT INTO ${kind.table} (${all.join(", ")}) VALUES (${all.map(() => "?").join(", ")})`,
    );
  }

  /** In the order of DERIVED_COLUMNS. */
  #derived({ table }: Kind, { name, username }: Thing): Value[] {
    if (table !== "users") return [];
    return [name === undefined ? null : nameKey(String(name)), nameKey(String(username))];
  }

  #toValue(name: string, type: FieldType, value: unknown): Value {
    if (value === null && name === "password") return UNKNOWN_PASSWORD;
    if (value === null && type.endsWith("?")) return null;
    const valid = this.#read(name, type, value);
    if (valid === undefined) throw new Error(`its "${name}" is ${describe(value)}`);
    return valid;
  }

  /** Undefined if the value doesn't fit. */
  #read(name: string, type: FieldType, value: unknown): Value | undefined {
    if (type.startsWith("json")) {
      return typeof value === "object" ? JSON.stringify(value) : undefined;
    }
    if (type.startsWith("integer")) {
      const known = name !== "project_id" || this.#projects.has(value as number);
      return known && Number.isSafeInteger(value) ? value as number : undefined;
    }
    if (typeof value !== "string" || !value.isWellFormed()) return undefined;
    if (type.startsWith("user")) return this.#users.get(key(value));
    if (type.startsWith("time")) {
      const time = TIME.test(value) ? Date.parse(value) : NaN;
      return Number.isNaN(time) ? undefined : time;
    }
    if (name === "username" && !USERNAME.test(value)) return undefined;
    return name !== "password" || BCRYPT.test(value) ? value : undefined;
  }

  #setLastId(kind: string, last: number): void {
    const table = this.#inserts.get(kind)?.kind.table;
    if (table === undefined || !Number.isSafeInteger(last)) {
      throw new Error(`there is no last id ${JSON.stringify(last)} of ${JSON.stringify(kind)}`);
    }
    const row = this.#database.prepare("SELECT seq FROM sqlite_sequence WHERE name = ?").get(table);
    if (row === undefined) {
      this.#database.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)")
        .run(table, last);
    } else if (row.seq as number > last) {
      throw new Error(`the last id of ${kind} is ${last}, and there is one with ${row.seq}`);
    } else {
      this.#database.prepare("UPDATE sqlite_sequence SET seq = ? WHERE name = ?").run(last, table);
    }
  }
}

/** SQLite compares usernames likewise (NOCASE). */
function key(username: unknown): string {
  return String(username).toLowerCase();
}

function describe(value: unknown): string {
  return value === null ? "missing" : `wrong: ${JSON.stringify(value).slice(0, 80)}`;
}
