import { report } from "../lib/cli/program.ts";
import { createApp } from "./create_app.ts";
import { type AppParts, handedOver } from "./program/hand_over.ts";
import { LoginTable } from "./session/login_table.ts";
import { SessionStore } from "./session/session_store.ts";
import { DEFAULT_SERVER } from "./shared/server_address.ts";

/** The parts of an app that no program of ours has started, as by `deno serve _fresh/server.js`. */
function defaultParts(): AppParts {
  const settings = { server: DEFAULT_SERVER, host: "127.0.0.1", report };
  return { settings, sessions: new SessionStore(settings), logins: new LoginTable() };
}

/** The app served by this process; Fresh's build imports it by this name. */
export const app = createApp(handedOver() ?? defaultParts());
