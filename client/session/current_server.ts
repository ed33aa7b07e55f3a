import { createAccountRequests } from "../upstream/account_requests.ts";
import { plaintextServerWarning } from "../upstream/plaintext_warning.ts";
import { addressText, type ServerAddress } from "../shared/server_address.ts";
import type { SessionStore } from "./session_store.ts";
import type { ClientSettings } from "./client_settings.ts";
import type { AccountRequests } from "../upstream/account_requests.ts";
import type { ServerChoice } from "../shared/server_choice.ts";

/** The server that pages currently use. A change applies to the whole process and is saved for the next start. */
export class CurrentServer implements ServerChoice {
  readonly #settings: ClientSettings;
  readonly #sessions: SessionStore;
  #accounts: AccountRequests;

  constructor(settings: ClientSettings, sessions: SessionStore) {
    this.#settings = settings;
    this.#sessions = sessions;
    this.#accounts = this.#createAccountRequests();
  }

  get address(): string {
    return addressText(this.#settings.server);
  }

  get fixed(): ServerChoice["fixed"] {
    const { withServer, sharing } = this.#settings;
    // Nobody from elsewhere may make this machine connect to an address of their choice.
    if (sharing) return "shared";
    return withServer === "option" ? "with_server" : withServer ?? null;
  }

  /**
   * Account requests to the current server. Each HTTP request reads this once, so that input typed for one server
   * never goes to the next.
   */
  get accounts(): AccountRequests {
    if (this.#accounts.server !== this.address) this.#accounts = this.#createAccountRequests();
    return this.#accounts;
  }

  change(server: ServerAddress): void {
    if (addressText(server) === this.address) return;
    this.#settings.server = server;
    this.#sessions.closeAll();
    this.#settings.remember?.(server);
    const warning = plaintextServerWarning(server);
    if (warning !== null) this.#settings.report(warning);
  }

  #createAccountRequests(): AccountRequests {
    const { server, trust } = this.#settings;
    const answered = () => {
      if (this.#settings.server === server) this.#settings.remember?.(server);
    };
    return createAccountRequests(server, { trust, answered });
  }
}
