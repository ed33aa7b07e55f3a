import { DEFAULT_SERVER, type ServerAddress } from "../shared/server_address.ts";

export interface ClientSettings {
  /** Where the server listens. A person may choose another while the program runs: it is replaced, never changed. */
  server: ServerAddress;
  /** Whether the server was started along with the client, which then has no other. */
  withServer?: boolean;
  /** What the client listens on. */
  host: string;
  /** Keeps the address for the next start: of a server that answered, or that a person chose. */
  remember?: (server: ServerAddress) => void;
  /** Tells the operator. */
  report: (line: string) => void;
}

/** Those of this process: the program fills them before it serves. */
export const settings: ClientSettings = {
  server: DEFAULT_SERVER,
  host: "127.0.0.1",
  report: (line) => Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`)),
};
