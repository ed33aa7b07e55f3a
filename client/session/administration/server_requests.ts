import type { MinuteLists, Stats } from "../../../lib/model/figures/stats.ts";
import type { Setting } from "../../../lib/model/setting.ts";
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
}
