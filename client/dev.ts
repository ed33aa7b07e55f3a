import { builder } from "./build.ts";
import { parseClientOptions } from "./options.ts";
import { readOptions, report } from "../lib/program.ts";
import { DEFAULT_SERVER } from "./server_address.ts";
import { settings } from "./settings.ts";

const options = readOptions("chung", parseClientOptions);
if (typeof options === "string") {
  report("chung: the options are those of client/main.ts: see its --help");
  Deno.exit(2);
}
Object.assign(settings, { server: options.server ?? DEFAULT_SERVER, host: options.host });
await builder.listen(() => import("./app.ts"), { hostname: options.host, port: options.port });
