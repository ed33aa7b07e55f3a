import { builder } from "./build.ts";
import { parseClientOptions } from "./program/client_options.ts";
import { readOptions, report } from "../lib/cli/program.ts";
import { DEFAULT_SERVER, withTls } from "./shared/server_address.ts";
import { readAuthorities, trust } from "./upstream/server_trust.ts";
import { settings } from "./session/client_settings.ts";

const options = readOptions("chung", parseClientOptions);
if (typeof options === "string") {
  report("chung: the options are those of client/main.ts: see its --help");
  Deno.exit(2);
}
const server = options.server ?? DEFAULT_SERVER;
Object.assign(settings, { server: options.tls ? withTls(server) : server, host: options.host });
Object.assign(trust, {
  report,
  authorities: options.ca === null ? [] : readAuthorities(options.ca),
});
await builder.listen(() => import("./app.ts"), { hostname: options.host, port: options.port });
