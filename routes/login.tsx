import { page } from "fresh";
import { Head } from "fresh/runtime";
import { readAccountForm } from "../client/account_input.ts";
import { AccountForm, type AccountFormData } from "../client/components/account_form.tsx";
import { define } from "../client/define.ts";
import type { Language } from "../client/i18n/language.ts";
import { t } from "../client/i18n/translate.ts";
import { afterLogin } from "../client/paths.ts";
import { problemOf } from "../client/problem.ts";
import { WaitingForServer } from "../client/pages/waiting_for_server.tsx";
import { sessionCookie } from "../client/session_cookie.ts";

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
    const data: AccountFormData = {
      username: query.get("username") ?? "",
      next,
      problem: null,
      notice: noticeOf(query.get("notice"), ctx.state.language),
    };
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
    try {
      const { token, expires_at } = await gate.login(username, password);
      const response = ctx.redirect(next, 303);
      response.headers.append("set-cookie", sessionCookie(ctx.url, gate.server, token, expires_at));
      return response;
    } catch (error) {
      const problem = problemOf(error, language);
      return show({ ...problem, field: "form" }, problem.status);
    }
  },
});

export default define.page<typeof handler>(function LoginPage({ data, state }) {
  return (
    <>
      <Head>
        <title>{t(state.language, "log_in_title")} · Chung</title>
      </Head>
      {data.waiting
        ? <WaitingForServer language={state.language} server={state.gate.server} />
        : (
          <AccountForm
            kind="login"
            language={state.language}
            server={state.gate.server}
            data={data}
          />
        )}
    </>
  );
});
