import type { Notice } from "../shared/notice.ts";
import type { LoginTable } from "../session/login_table.ts";
import type { PersonSession } from "../session/person_session.ts";
import type { ServerChoice } from "../shared/server_choice.ts";
import type { AccountRequests } from "../upstream/account_requests.ts";
import type { ProjectPage } from "../session/project_pages.ts";
import type { TaskCount } from "../shared/tasks/task_count.ts";
import type { Theme } from "../shared/theme.ts";
import type { FormReader } from "./read_form.ts";
import type { Language } from "../i18n/language.ts";

/** The `ctx.state` that middlewares prepare for routes. */
export interface State {
  language: Language;
  theme: Theme;
  /** Whether the members are shown beside a room. */
  membersShown: boolean;
  /** Whether the chat is shown beside a board. */
  chatBeside: boolean;
  /** Whether new projects greet their owners. */
  greets: boolean;
  /** The session of the logged-in person, or null. */
  session: PersonSession | null;
  /** The logins of all browsers. */
  logins: LoginTable;
  forms: FormReader;
  /** Registration and login. */
  accounts: AccountRequests;
  server: ServerChoice;
  /** The first projects, where the route has read them. */
  projects?: ProjectPage;
  /** The count of the person's tasks, where the route has read it. */
  tasks?: TaskCount;
  /** The notice that the page tells first, once; null for none. */
  notice: Notice | null;
}
