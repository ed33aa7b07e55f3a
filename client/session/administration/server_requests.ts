import type { MinuteLists, Stats } from "../../../lib/model/figures/stats.ts";
import type { LogDay, LogPage } from "../../../lib/model/log/log_entry.ts";
import type { Setting } from "../../../lib/model/setting.ts";
import type { LogQuery } from "../../shared/administration/log_query.ts";
import { textArgument, wordArgument } from "../../upstream/request_line.ts";
import type { TokenRequests } from "../../upstream/token_requests.ts";

/**
 * Requests of admins about the server itself; they throw as those of `PersonSession` do, and for others `forbidden`
 * (docs/PROTOCOL.md, "Actions: service and admin").
 */
export class ServerRequests {
  readonly #requests: TokenRequests;

  constructor(requests: TokenRequests) {
    this.#requests = requests;
  }

  /** The options in force, and where each comes from. */
  async settings(): Promise<Setting[]> {
    return (await this.#requests.ask("settings")).settings;
  }

  stats(): Promise<Stats> {
    return this.#requests.ask("stats");
  }

  /** The minutes of the last 24 hours. */
  figures(): Promise<MinuteLists> {
    return this.#requests.ask("figures");
  }

  /** The days of the log, the newest first. */
  async logDays(): Promise<LogDay[]> {
    return (await this.#requests.ask("log_days")).days;
  }

  /** Reads entries of a day, the newest first; of all actions where the query names none. */
  logs({ day, action, person, text, before }: LogQuery, limit: number): Promise<LogPage> {
    const word = (value: string) => wordArgument(value, "bad_request");
    return this.#requests.ask("logs", () => [
      ...[day, action || "*", String(limit), before || "-", person || "-"].map(word),
      ...text === "" ? [] : [textArgument(text, "bad_request")],
    ]);
  }
}
