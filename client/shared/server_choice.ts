import type { ServerAddress } from "./server_address.ts";

/** The current server of this client. */
export interface ServerChoice {
  /** `HOST:PORT`, prefixed with `tls://` for TLS. */
  readonly address: string;
  /** Why pages can't change the server: it was started along with the client, or other machines can reach the pages. */
  readonly fixed: "with_server" | "start_task" | "open_host" | null;
  /** Switches to another server and ends what is in progress with the current one. */
  change(server: ServerAddress): void;
}
