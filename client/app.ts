import { type App, csp, csrf, staticFiles } from "fresh";
import { CurrentServer } from "./session/current_server.ts";
import { GuardedApp } from "./http/middleware/guarded_app.ts";
import { loadLanguage } from "./http/middleware/load_language.ts";
import { loadSession } from "./http/middleware/load_session.ts";
import { errorResponses } from "./http/middleware/error_responses.ts";
import { SessionStore } from "./session/session_store.ts";
import { type ClientSettings, settings } from "./session/client_settings.ts";
import type { State } from "./http/route_state.ts";

/** The web client: its guards in their order, then the files of `routes/`. */
export function createApp(
  settings: ClientSettings,
  sessions: SessionStore = new SessionStore(settings),
): { app: App<State>; sessions: SessionStore } {
  const { host, report } = settings;
  const server = new CurrentServer(settings, sessions);
  const app = new GuardedApp<State>({ host, report })
    .use(loadLanguage(server))
    .use(errorResponses(report))
    .use(csp({ useNonce: true }))
    .use(csrf())
    .use(staticFiles())
    .use(loadSession(sessions))
    .fsRoutes();
  return { app, sessions };
}

/** Of this process, by `settings`. */
export const { app, sessions } = createApp(settings);
