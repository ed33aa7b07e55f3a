import type { ServerAddress } from "./server_address.ts";

/** The server that this client speaks to. */
export interface ServerChoice {
  /** `HOST:PORT`, `tls://` before it for TLS. */
  readonly address: string;
  /** Why pages can't change it: this client brought it along, or others than this machine reach the pages. */
  readonly fixed: "with_server" | "open_host" | null;
  /** From now on; what goes on with the server before ends. */
  change(server: ServerAddress): void;
}
