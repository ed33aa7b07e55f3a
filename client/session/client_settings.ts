import type { ServerAddress } from "../shared/server_address.ts";
import type { ServerTrust } from "../upstream/server_trust.ts";

/** The settings of one client process, made by the program and handed down. */
export interface ClientSettings {
  /** Where the server listens. A person may choose another while the program runs: it is replaced, never changed. */
  server: ServerAddress;
  /** Whether the server was started along with the client, which then has no other. */
  withServer?: boolean;
  /** The host that the client listens on. */
  host: string;
  /** The authorities of TLS connections; by default those that Deno knows. */
  trust?: ServerTrust;
  /** Keeps the address for the next start: of a server that answered, or that a person chose. */
  remember?: (server: ServerAddress) => void;
  /** Tells the operator. */
  report: (line: string) => void;
}
