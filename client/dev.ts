import { builder } from "./build.ts";
import { parseClientOptions } from "./program/client_options.ts";
import { handOver } from "./program/hand_over.ts";
import { readOptions, report } from "../lib/cli/program.ts";
import { ownLogins } from "./program/run_client.ts";
import { writeStylesheet } from "./stylesheet.ts";
import { SessionStore } from "./session/session_store.ts";
import { DEFAULT_SERVER, withTls } from "./shared/server_address.ts";
import { readAuthorities, ServerTrust } from "./upstream/server_trust.ts";

const options = readOptions("chung", parseClientOptions);
if (typeof options === "string") {
  report("chung: takes the options of client/main.ts; see its --help");
  Deno.exit(2);
}
const { tls, ca, host, port, sharing } = options;
const server = options.server ?? DEFAULT_SERVER;
const settings = {
  server: tls ? withTls(server) : server,
  host,
  sharing,
  trust: new ServerTrust(ca === null ? [] : readAuthorities(ca), report),
  report,
};
await writeStylesheet();
handOver({ settings, sessions: new SessionStore(settings), logins: ownLogins({ host, port }) });
await builder.listen(() => import("./app.ts"), { hostname: host, port });
