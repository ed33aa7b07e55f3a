import config from "../../deno.json" with { type: "json" };

/** Of the server and the client alike. */
export const VERSION: string = config.version;
