/**
 * URL of the module whose default export serves the pages: written by `deno task build`, embedded in the executables.
 * This file must stay at the top level of `client/`, where its bundle lies too, so that the path holds in both.
 */
export const BUILT_PAGES = new URL("../_fresh/server.js", import.meta.url);
