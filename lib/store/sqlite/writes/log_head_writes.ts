import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { LogHead } from "../../../model/log/log_head.ts";

/** Keeps the ends of the log's chains, by which the log can't be cut or made anew unnoticed. */
export class LogHeadWrites {
  readonly #keep: StatementSync;
  readonly #note: StatementSync;
  readonly #forget: StatementSync;

  constructor(database: DatabaseSync) {
    this.#keep = database.prepare(
      `INSERT INTO log_heads (day, file, entries, head) VALUES (?, ?, ?, ?)
       ON CONFLICT (day, file) DO UPDATE SET entries = excluded.entries, head = excluded.head`,
    );
    this.#note = database.prepare(
      `INSERT INTO removed_log_days (day, entries, removed_at)
       VALUES (?1, (SELECT coalesce(sum(entries), 0) FROM log_heads WHERE day = ?1), ?2)
       ON CONFLICT (day) DO NOTHING`,
    );
    this.#forget = database.prepare("DELETE FROM log_heads WHERE day = ?");
  }

  keep(heads: readonly LogHead[]): void {
    for (const { day, file, entries, head } of heads) this.#keep.run(day, file, entries, head);
  }

  removeDay(day: string, at: number): void {
    this.#note.run(day, at);
    this.#forget.run(day);
  }
}
