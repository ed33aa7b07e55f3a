import { page } from "fresh";
import { readAccountForm } from "../client/http/read_account_form.ts";
import { define } from "../client/http/define.ts";
import type { Language } from "../client/i18n/language.ts";
import { t } from "../client/i18n/translate.ts";
import { AccountPage, type AccountPageData } from "../client/pages/account_page.tsx";
import { afterLogin } from "../client/shared/paths.ts";
import { formProblems } from "../client/http/account_problems.ts";
import { problemOf } from "../client/http/problem.ts";
import { logIn } from "../client/session/browser_login.ts";

function noticeOf(notice: string | null, language: Language): string | null {
  if (notice === "over") return t(language, "session_over");
  if (notice === "logged_out") return t(language, "you_logged_out");
  if (notice === "forgotten") return t(language, "token_forgotten");
  return notice === "registered" ? t(language, "registered_log_in") : null;
}

export const handler = define.handlers({
  async GET(ctx) {
    const query = ctx.url.searchParams;
    const next = afterLogin(query.get("next"));
    if (ctx.state.session !== null) return ctx.redirect(next, 303);
    // Tell now, before anything is typed, that the server can't be reached.
    const absent = await ctx.state.accounts.absence();
    const absence = absent === null ? null : problemOf(absent, ctx.state.language);
    const data: AccountPageData = {
      username: query.get("username") ?? "",
      next,
      tag: "",
      problems: {},
      notice: noticeOf(query.get("notice"), ctx.state.language),
      absence,
    };
    return page(data, { status: absence?.status });
  },

  async POST(ctx) {
    const { language, accounts, logins } = ctx.state;
    const input = await readAccountForm(ctx.req, ctx.state);
    const { username, password, next, tag } = input;
    const show = (problems: AccountPageData["problems"], status: number) => {
      const data: AccountPageData = { username, next, tag, problems, notice: null, absence: null };
      return page(data, { status });
    };
    if (Object.keys(input.problems).length > 0) return show(input.problems, 422);
    try {
      const { token, expires_at } = await accounts.login(username, password);
      const response = ctx.redirect(next, 303);
      response.headers.append(
        "set-cookie",
        logIn(logins, ctx.req, { server: accounts.server, username, token, expires_at }),
      );
      return response;
    } catch (error) {
      const problem = problemOf(error, language);
      return show(formProblems(problem, ctx.state), problem.status);
    }
  },
});

export default define.page<typeof handler>(function LoginPage({ data, state }) {
  const { language, accounts } = state;
  const { server, inTheClear } = accounts;
  const tellsServer = state.server.fixed !== "shared";
  return <AccountPage {...{ kind: "login", language, server, inTheClear, tellsServer, data }} />;
});
