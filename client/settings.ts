import type { ServerAddress } from "./upstream.ts";

export interface ClientSettings {
  /** Where the server listens. */
  server: ServerAddress;
  /** What the client listens on. */
  host: string;
  /** Tells the operator. */
  report: (line: string) => void;
}

/** Read once by `app.ts`: the program fills it before it imports that. */
export const settings: ClientSettings = {
  server: { hostname: "127.0.0.1", port: 7070 },
  host: "127.0.0.1",
  report: (line) => Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`)),
};
