import { page } from "fresh";
import { readAccountForm } from "../client/http/read_account_form.ts";
import type { AccountField } from "../client/components/account_form.tsx";
import { define } from "../client/http/define.ts";
import type { ProblemCode } from "../client/i18n/error_text.ts";
import { AccountPage, type AccountPageData } from "../client/pages/account_page.tsx";
import { afterLogin } from "../client/shared/paths.ts";
import { type Problem, problemOf } from "../client/http/problem.ts";
import { sessionCookie } from "../client/session/session_cookie.ts";

function fieldOf(code: ProblemCode): AccountField {
  if (code === "invalid_username" || code === "username_taken") return "username";
  return code === "invalid_password" ? "password" : "form";
}

export const handler = define.handlers({
  async GET(ctx) {
    const next = afterLogin(ctx.url.searchParams.get("next"));
    if (ctx.state.session !== null) return ctx.redirect(next, 303);
    // Tell now, before anything is typed, that the server can't be reached.
    const absent = await ctx.state.accounts.absence();
    const absence = absent === null ? null : problemOf(absent, ctx.state.language);
    const data: AccountPageData = { username: "", next, problem: null, notice: null, absence };
    return page(data, { status: absence?.status });
  },

  async POST(ctx) {
    const { language, accounts } = ctx.state;
    const { username, password, next, problem } = await readAccountForm(ctx.req, ctx.state);
    const show = (problem: AccountPageData["problem"], status: number) => {
      const data: AccountPageData = { username, next, problem, notice: null, absence: null };
      return page(data, { status });
    };
    if (problem !== null) return show(problem, problem.status);
    let taken: Problem | null = null;
    try {
      await accounts.register(username, password);
    } catch (error) {
      const problem = problemOf(error, language);
      // After a double click the name is taken by this user's first request; logging in confirms it.
      if (problem.code === "username_taken") taken = problem;
      else return show({ ...problem, field: fieldOf(problem.code) }, problem.status);
    }
    try {
      const { token, expires_at } = await accounts.login(username, password);
      const response = ctx.redirect(next, 303);
      response.headers.append(
        "set-cookie",
        sessionCookie(ctx.url, accounts.server, token, expires_at),
      );
      return response;
    } catch (error) {
      if (taken !== null) return show({ ...taken, field: "username" }, taken.status);
      // The account exists by now: registering again would report the name as taken.
      problemOf(error, language);
      const query = new URLSearchParams({ username, next, notice: "registered" });
      return ctx.redirect(`/login?${query}`, 303);
    }
  },
});

export default define.page<typeof handler>(function RegisterPage({ data, state }) {
  const { language, accounts } = state;
  const { server, inTheClear } = accounts;
  return <AccountPage {...{ kind: "register", language, server, inTheClear, data }} />;
});
