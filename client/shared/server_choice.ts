import type { ServerAddress } from "./server_address.ts";

/** The current server of this client. */
export interface ServerChoice {
  /** `HOST:PORT`, prefixed with `tls://` for TLS. */
  readonly address: string;
  /** Why pages can't change the server: it was started along with the client, or the pages are for others too. */
  readonly fixed: "with_server" | "start_task" | "shared" | null;
  /** Switches to another server and ends what is in progress with the current one. */
  change(server: ServerAddress): void;
}
