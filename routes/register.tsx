import { page } from "fresh";
import { Head } from "fresh/runtime";
import {
  type AccountField,
  AccountForm,
  type AccountFormData,
} from "../client/components/account_form.tsx";
import { define } from "../client/define.ts";
import { readForm } from "../client/form.ts";
import type { ProblemCode } from "../client/i18n/error_text.ts";
import { t } from "../client/i18n/translate.ts";
import { otherServerProblem } from "../client/other_server.ts";
import { afterLogin } from "../client/paths.ts";
import { formProblem, type Problem, problemOf } from "../client/problem.ts";
import { sessionCookie } from "../client/session_cookie.ts";

function fieldOf(code: ProblemCode): AccountField {
  if (code === "invalid_username" || code === "username_taken") return "username";
  return code === "invalid_password" ? "password" : "form";
}

export const handler = define.handlers({
  GET(ctx) {
    const next = afterLogin(ctx.url.searchParams.get("next"));
    if (ctx.state.session !== null) return ctx.redirect(next, 303);
    const data: AccountFormData = { username: "", next, problem: null, notice: null };
    return page(data);
  },

  async POST(ctx) {
    const { language, gate } = ctx.state;
    const form = await readForm(ctx.req);
    const username = form.text("username").trim();
    const password = form.exact("password");
    const next = afterLogin(form.text("next"));
    const show = (problem: AccountFormData["problem"], status: number) => {
      const data: AccountFormData = { username, next, problem, notice: null };
      return page(data, { status });
    };
    const elsewhere = otherServerProblem(form, gate, language);
    if (elsewhere !== null) return show({ ...elsewhere, field: "form" }, elsewhere.status);
    if (username === "") {
      const problem = formProblem("bad_request", t(language, "fill_in_username"));
      return show({ ...problem, field: "username" }, problem.status);
    }
    if (password === "") {
      const problem = formProblem("bad_request", t(language, "fill_in_password"));
      return show({ ...problem, field: "password" }, problem.status);
    }
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
      <AccountForm
        kind="register"
        language={state.language}
        server={state.gate.server}
        data={data}
      />
    </>
  );
});
