import { page } from "fresh";
import { readAccountForm } from "../client/http/read_account_form.ts";
import { define } from "../client/http/define.ts";
import { AccountPage, type AccountPageData } from "../client/pages/account_page.tsx";
import { afterLogin } from "../client/shared/paths.ts";
import { type Problem, problemOf } from "../client/http/problem.ts";
import { contentTag } from "../client/http/read_form.ts";
import { registrationProblems, withVisibleFaults } from "../client/http/account_problems.ts";
import { noticeCookie } from "../client/session/notice_cookie.ts";
import { logIn } from "../client/session/browser_login.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const next = afterLogin(ctx.url.searchParams.get("next"));
    if (ctx.state.session !== null) return ctx.redirect(next, 303);
    // Tell now, before anything is typed, that the server can't be reached.
    const absent = await ctx.state.accounts.absence();
    const absence = absent === null ? null : problemOf(absent, ctx.state.language);
    const data: AccountPageData = {
      username: "",
      next,
      tag: crypto.randomUUID(),
      problems: {},
      notice: null,
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
    if (input.problems.form !== undefined) return show(input.problems, 422);
    if (Object.keys(input.problems).length > 0) {
      return show(await withVisibleFaults(input.problems, input, ctx.state), 422);
    }
    let taken: Problem | null = null;
    try {
      await accounts.register(username, password, contentTag(tag, `${username}\0${password}`));
    } catch (error) {
      const problem = problemOf(error, language);
      // Who has the password of a taken name has most likely forgotten about the account: the login tells.
      if (problem.code === "username_taken") taken = problem;
      else return show(await registrationProblems(problem, input, ctx.state), problem.status);
    }
    try {
      const { token, expires_at, user } = await accounts.login(username, password);
      const response = ctx.redirect(next, 303);
      response.headers.append(
        "set-cookie",
        logIn(logins, ctx.req, { server: accounts.server, username, token, expires_at }),
      );
      if (taken !== null) {
        const cookie = noticeCookie(ctx.url, { did: "had_account" }, user.username);
        response.headers.append("set-cookie", cookie);
      }
      return response;
    } catch (error) {
      if (taken !== null) return show({ username: taken.text }, taken.status);
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
  const tellsServer = state.server.fixed !== "shared";
  return <AccountPage {...{ kind: "register", language, server, inTheClear, tellsServer, data }} />;
});
