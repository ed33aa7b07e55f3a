import { type App, csp, csrf, staticFiles } from "fresh";
import { CurrentServer } from "./current_server.ts";
import { GuardedApp } from "./guards/guarded_app.ts";
import { knownLanguage } from "./guards/known_language.ts";
import { knownPerson } from "./guards/known_person.ts";
import { toldErrors } from "./guards/told_errors.ts";
import { SessionStore } from "./session_store.ts";
import { type ClientSettings, settings } from "./settings.ts";
import type { State } from "./state.ts";

/** The web client: its guards in their order, then the files of `routes/`. */
export function createApp(
  settings: ClientSettings,
  sessions: SessionStore = new SessionStore(settings),
): { app: App<State>; sessions: SessionStore } {
  const { host, report } = settings;
  const server = new CurrentServer(settings, sessions);
  const app = new GuardedApp<State>(host)
    .use(knownLanguage(server))
    .use(toldErrors(report))
    .use(csp({ useNonce: true }))
    .use(csrf())
    .use(staticFiles())
    .use(knownPerson(sessions))
    .fsRoutes();
  return { app, sessions };
}

/** Of this process, by `settings`. */
export const { app, sessions } = createApp(settings);
