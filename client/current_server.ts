import { createGate } from "./gate.ts";
import { isLoopback } from "./guards/local_host.ts";
import { clearServerWarning } from "./clear_warning.ts";
import { addressText, type ServerAddress } from "./server_address.ts";
import type { SessionStore } from "./session_store.ts";
import type { ClientSettings } from "./settings.ts";
import type { Gate, ServerChoice } from "./state.ts";

/** The server that pages speak to now. What a person changes holds for this process, and is remembered. */
export class CurrentServer implements ServerChoice {
  readonly #settings: ClientSettings;
  readonly #sessions: SessionStore;
  #gate: Gate;

  constructor(settings: ClientSettings, sessions: SessionStore) {
    this.#settings = settings;
    this.#sessions = sessions;
    this.#gate = this.#createGate();
  }

  get address(): string {
    return addressText(this.#settings.server);
  }

  get fixed(): ServerChoice["fixed"] {
    if (this.#settings.withServer) return "with_server";
    return isLoopback(this.#settings.host) ? null : "open_host";
  }

  /** Each request takes it once: what a person typed for one server is not for the next. */
  get gate(): Gate {
    if (this.#gate.server !== this.address) this.#gate = this.#createGate();
    return this.#gate;
  }

  change(server: ServerAddress): void {
    if (addressText(server) === this.address) return;
    this.#settings.server = server;
    this.#sessions.closeAll();
    this.#settings.remember?.(server);
    const warning = clearServerWarning(server);
    if (warning !== null) this.#settings.report(warning);
  }

  #createGate(): Gate {
    const { server } = this.#settings;
    return createGate(server, () => {
      if (this.#settings.server === server) this.#settings.remember?.(server);
    });
  }
}
