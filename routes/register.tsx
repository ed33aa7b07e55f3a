import { page } from "fresh";
import { Head } from "fresh/runtime";
import { readAccountForm } from "../client/account_input.ts";
import {
  type AccountField,
  AccountForm,
  type AccountFormData,
} from "../client/components/account_form.tsx";
import { define } from "../client/define.ts";
import type { ProblemCode } from "../client/i18n/error_text.ts";
import { t } from "../client/i18n/translate.ts";
import { afterLogin } from "../client/paths.ts";
import { type Problem, problemOf } from "../client/problem.ts";
import { WaitingForServer } from "../client/pages/waiting_for_server.tsx";
import { sessionCookie } from "../client/session_cookie.ts";

function fieldOf(code: ProblemCode): AccountField {
  if (code === "invalid_username" || code === "username_taken") return "username";
  return code === "invalid_password" ? "password" : "form";
}

export const handler = define.handlers({
  async GET(ctx) {
    const next = afterLogin(ctx.url.searchParams.get("next"));
    if (ctx.state.session !== null) return ctx.redirect(next, 303);
    const data: AccountFormData = { username: "", next, problem: null, notice: null };
    // Nothing is typed yet: better to say now that nobody will hear it.
    const waiting = !await ctx.state.gate.reachable();
    return page({ ...data, waiting }, { status: waiting ? 503 : undefined });
  },

  async POST(ctx) {
    const { language, gate } = ctx.state;
    const { username, password, next, problem } = await readAccountForm(ctx.req, ctx.state);
    const show = (problem: AccountFormData["problem"], status: number) => {
      const data: AccountFormData = { username, next, problem, notice: null };
      return page({ ...data, waiting: false }, { status });
    };
    if (problem !== null) return show(problem, problem.status);
    let taken: Problem | null = null;
    try {
      await gate.register(username, password);
    } catch (error) {
      const problem = problemOf(error, language);
      // After a double click the name is taken, and by this person: the password tells.
      if (problem.code === "username_taken") taken = problem;
      else return show({ ...problem, field: fieldOf(problem.code) }, problem.status);
    }
    try {
      const { token, expires_at } = await gate.login(username, password);
      const response = ctx.redirect(next, 303);
      response.headers.append("set-cookie", sessionCookie(ctx.url, gate.server, token, expires_at));
      return response;
    } catch (error) {
      if (taken !== null) return show({ ...taken, field: "username" }, taken.status);
      // The account exists: asking to register again would say that the name is taken.
      problemOf(error, language);
      const query = new URLSearchParams({ username, next, notice: "registered" });
      return ctx.redirect(`/login?${query}`, 303);
    }
  },
});

export default define.page<typeof handler>(function RegisterPage({ data, state }) {
  return (
    <>
      <Head>
        <title>{t(state.language, "register_title")} · Chung</title>
      </Head>
      {data.waiting
        ? <WaitingForServer language={state.language} server={state.gate.server} />
        : (
          <AccountForm
            kind="register"
            language={state.language}
            server={state.gate.server}
            data={data}
          />
        )}
    </>
  );
});
