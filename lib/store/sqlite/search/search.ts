import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Message } from "../../../model/message.ts";
import type { PageSize } from "../../store.ts";
import { atOneMoment } from "../reads/one_moment.ts";
import { PAGE_COLUMNS, type PageRow } from "../reads/read_page.ts";
import { toMessage } from "../rows.ts";
import { literalMatch, matchExpressions, type SearchTerm, searchTerms } from "./search_query.ts";

/** The arguments of `Store.search`, as plain data. */
export interface SearchRequest {
  projectId: number;
  query: string;
  size: PageSize;
}

/** The newest messages with a query's words that are read to see whether they contain it as it is typed. */
const READ_FOR_LITERAL: PageSize = { limit: 1_000, bytes: 4 * 1024 * 1024 };

/** Searches the indexed messages. */
export class Search {
  readonly #database: DatabaseSync;
  readonly #match: StatementSync;
  readonly #message: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#match = database.prepare(
      "SELECT rowid AS id FROM chats_index WHERE chats_index MATCH ? ORDER BY rowid DESC LIMIT ?",
    );
    this.#message = database.prepare(
      `SELECT ${PAGE_COLUMNS}, c.id AS place FROM chats c JOIN users u ON u.id = c.user
       WHERE c.id = ? AND c.room_id = ? AND c.deleted_at IS NULL`,
    );
  }

  find(request: SearchRequest): Message[] {
    // One transaction, so that no message found in the index is deleted before it is read.
    return atOneMoment(this.#database, () => this.#messages(request, this.#ids(request)));
  }

  /** Finds the ids of matching messages, each once, best first: those found by earlier expressions come first. */
  #ids({ projectId, query, size: { limit } }: SearchRequest): Set<number> {
    const terms = searchTerms(query);
    if (terms.length === 0) return new Set();
    const { exact, folded } = matchExpressions(projectId, terms);
    const ids = this.#literal(projectId, terms, exact, limit);
    for (const expression of new Set([...exact, ...folded])) {
      if (ids.size === limit) break;
      // Fetching `limit` rows is enough: at most as many of them as were found before are duplicates.
      for (const { id } of this.#match.all(expression, limit)) {
        if (ids.size < limit) ids.add(id as number);
      }
    }
    return ids;
  }

  /** Finds the newest messages that contain the query as it is typed, which the words of the index don't tell. */
  #literal(
    projectId: number,
    terms: SearchTerm[],
    expressions: string[],
    limit: number,
  ): Set<number> {
    const found = new Set<number>();
    const isLiteral = literalMatch(terms);
    if (isLiteral === null) return found;
    const read = new Set<unknown>();
    let bytes = 0;
    for (const expression of new Set(expressions)) {
      for (const { id } of this.#match.all(expression, READ_FOR_LITERAL.limit)) {
        if (found.size === limit || bytes > READ_FOR_LITERAL.bytes) return found;
        if (read.size === READ_FOR_LITERAL.limit) return found;
        if (read.has(id)) continue;
        read.add(id);
        const row = this.#message.get(id, projectId) as unknown as PageRow | undefined;
        if (row === undefined) continue;
        bytes += row.bytes;
        if (isLiteral(row.message)) found.add(id as number);
      }
    }
    return found;
  }

  #messages({ projectId, size }: SearchRequest, ids: Iterable<number>): Message[] {
    const messages: Message[] = [];
    let bytes = 0;
    for (const id of ids) {
      const row = this.#message.get(id, projectId) as unknown as PageRow | undefined;
      if (row === undefined) continue;
      bytes += row.bytes;
      if (bytes > size.bytes && messages.length > 0) break;
      messages.push(toMessage(row));
    }
    return messages;
  }
}
