import type { Clock } from "../clock.ts";
import type { AuditEntry } from "../audit/audit_entry.ts";
import type { ServerConn } from "./server_conn.ts";

/** Records connects and disconnects in the connection log. */
export class ConnectionLog {
  readonly #audit: (entry: AuditEntry) => void;
  readonly #clock: Pick<Clock, "wall">;
  constructor(options: { audit: (entry: AuditEntry) => void; clock: Pick<Clock, "wall"> }) {
    this.#audit = options.audit;
    this.#clock = options.clock;
  }

  /** @param outcome "accepted", or the reason for the refusal */
  connected(conn: ServerConn, outcome: string): void {
    this.#record("connect", conn, outcome);
  }

  disconnected(conn: ServerConn, reason: string): void {
    this.#record("disconnect", conn, reason);
  }

  #record(what: string, { remoteAddr: { hostname, port } }: ServerConn, response: string): void {
    this.#audit({
      file: "connection",
      name: "kết nối",
      type: "connection",
      user: null,
      request: `${what} ${hostname}:${port}`,
      response,
      at: this.#clock.wall(),
    });
  }
}
