import type { PersonSession } from "../session/person_session.ts";
import type { ServerChoice } from "../shared/server_choice.ts";
import type { AccountRequests } from "../upstream/account_requests.ts";
import type { FormReader } from "./read_form.ts";
import type { Language } from "../i18n/language.ts";

/** What the middlewares leave for routes in `ctx.state`. */
export interface State {
  language: Language;
  /** Null for somebody who has not logged in. */
  session: PersonSession | null;
  forms: FormReader;
  /** To register and to log in. */
  accounts: AccountRequests;
  server: ServerChoice;
}
