import config from "../../deno.json" with { type: "json" };

/** The version of both the server and the client. */
export const VERSION: string = config.version;
