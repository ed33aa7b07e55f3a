import type { PersonSession } from "../session/person_session.ts";
import type { ServerChoice } from "../shared/server_choice.ts";
import type { AccountRequests } from "../upstream/account_requests.ts";
import type { FormReader } from "./read_form.ts";
import type { Language } from "../i18n/language.ts";

/** The values that middlewares put into `ctx.state` for routes. */
export interface State {
  language: Language;
  /** Null where nobody is logged in. */
  session: PersonSession | null;
  forms: FormReader;
  /** Registers and logs in. */
  accounts: AccountRequests;
  server: ServerChoice;
}
