import { type App, csp, csrf, staticFiles } from "fresh";
import { errorResponses } from "./http/middleware/error_responses.ts";
import { GuardedApp } from "./http/middleware/guarded_app.ts";
import { loadNotice } from "./http/middleware/load_notice.ts";
import { loadSession } from "./http/middleware/load_session.ts";
import { loadState } from "./http/middleware/load_state.ts";
import { FormReader } from "./http/read_form.ts";
import type { State } from "./http/route_state.ts";
import type { AppParts } from "./program/hand_over.ts";
import { CurrentServer } from "./session/current_server.ts";

/** Creates the web client's app: its middlewares, in the order they run, then the file routes of `routes/`. */
export function createApp({ settings, sessions, logins }: AppParts): App<State> {
  const { host, sharing, report } = settings;
  const server = new CurrentServer(settings, sessions);
  return new GuardedApp<State>({ host, sharing, report })
    .use(loadState(server, logins, new FormReader(), sharing?.proxies))
    .use(errorResponses(report))
    .use(csp({ useNonce: true }))
    .use(csrf())
    .use(staticFiles())
    .use(loadSession(sessions))
    .use(loadNotice())
    .fsRoutes();
}
