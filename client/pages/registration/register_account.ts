import { page, type PageResponse } from "fresh";
import { registrationProblems, withVisibleFaults } from "../../http/account_problems.ts";
import { type Problem, problemOf } from "../../http/problem.ts";
import { type AccountInput, readAccountForm } from "../../http/read_account_form.ts";
import { contentTag } from "../../http/read_form.ts";
import type { State } from "../../http/route_state.ts";
import { t } from "../../i18n/translate.ts";
import { logIn } from "../../session/browser_login.ts";
import { noticeCookie } from "../../session/notice_cookie.ts";
import type { AccountPageData } from "../account_page.tsx";

/** The part of a route's context that a registration needs. */
interface Registering {
  req: Request;
  url: URL;
  state: State;
  redirect(path: string, status?: number): Response;
}

/** Answers the form of a registration, by invitation or not: the account is made and logged in. */
export async function registerAccount(
  ctx: Registering,
  kind: "register" | "join",
): Promise<Response | PageResponse<AccountPageData>> {
  const { language, accounts, logins } = ctx.state;
  const input = await readAccountForm(ctx.req, ctx.state);
  const { code, username, password, next, tag, problems } = input;
  if (kind === "join" && code === "" && problems.form === undefined) {
    problems.code = t(language, "fill_in_code");
  }
  const show = (problems: AccountPageData["problems"], status: number) => {
    const typed = { code, username, next, tag };
    const data: AccountPageData = { ...typed, problems, notice: null, absence: null };
    return page(data, { status });
  };
  if (problems.form !== undefined) return show(problems, 422);
  if (Object.keys(problems).length > 0) {
    return show(await withVisibleFaults(problems, input, ctx.state), 422);
  }
  let taken: Problem | null = null;
  try {
    await makeAccount(kind, input, accounts);
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
}

async function makeAccount(
  kind: "register" | "join",
  { code, username, password, tag }: AccountInput,
  accounts: State["accounts"],
): Promise<void> {
  if (kind === "register") {
    return await accounts.register(username, password, contentTag(tag, `${username}\0${password}`));
  }
  const form = contentTag(tag, `${code}\0${username}\0${password}`);
  await accounts.join(code, username, password, form);
}

/** Returns the empty form; without the server, the page that waits for it. */
export async function emptyRegistration(
  { accounts, language }: State,
  next: string,
): Promise<PageResponse<AccountPageData>> {
  // Tell now, before anything is typed, that the server can't be reached.
  const absent = await accounts.absence();
  const absence = absent === null ? null : problemOf(absent, language);
  const data: AccountPageData = {
    username: "",
    next,
    tag: crypto.randomUUID(),
    problems: {},
    notice: null,
    absence,
  };
  return page(data, { status: absence?.status });
}
