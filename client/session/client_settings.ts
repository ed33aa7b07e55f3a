import type { ServerAddress } from "../shared/server_address.ts";
import type { Sharing } from "../sharing/sharing.ts";
import type { ServerTrust } from "../upstream/server_trust.ts";

/** Settings of one client process, created by the program and passed down. */
export interface ClientSettings {
  /** The server's address. Choosing another server at run time replaces the object and never mutates it. */
  server: ServerAddress;
  /**
   * Set if the server was started along with the client, which then can't choose another: by its option, or by
   * `deno task start`.
   */
  withServer?: "option" | "start_task";
  /** The host that the client listens on. */
  host: string;
  /** Set if other machines open the pages. */
  sharing?: Sharing | null;
  /** Certificate authorities for TLS; Deno's own by default. */
  trust?: ServerTrust;
  /** Saves the address of a server that answered, or that a person chose, for the next start. */
  remember?: (server: ServerAddress) => void;
  /** Writes a line to the operator's log. */
  report: (line: string) => void;
}
