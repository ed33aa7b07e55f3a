import { Builder } from "fresh/dev";

/** What the pages are built from, and where they are written. */
export const builder = new Builder({
  root: new URL("..", import.meta.url).href,
  serverEntry: "client/app.ts",
  staticDir: "client/static",
  outDir: "_fresh",
});

if (import.meta.main) await builder.build();
