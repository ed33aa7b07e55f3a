import type { BuiltPages } from "./program/run_client.ts";

/** The pages as `deno task build` and the executables keep them. This file stays at the top of client/. */
export const BUILT_PAGES: BuiltPages = {
  server: new URL("../_fresh/server.js", import.meta.url),
  importSessions: async () => (await import("./app.ts")).sessions,
};
