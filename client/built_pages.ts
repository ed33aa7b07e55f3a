/** The module whose default export serves the pages, as `deno task build` and the executables keep it. This file stays at the top of client/. */
export const BUILT_PAGES = new URL("../_fresh/server.js", import.meta.url);
