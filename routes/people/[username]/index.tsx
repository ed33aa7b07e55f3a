import { page } from "fresh";
import { answerPost } from "../../../client/http/answer_post.ts";
import { define } from "../../../client/http/define.ts";
import { redirectToLogin } from "../../../client/http/redirect_to_login.ts";
import { type AccountData, accountIn } from "../../../client/pages/accounts/account_data.ts";
import { AccountPage } from "../../../client/pages/accounts/account_page.tsx";
import {
  type ChangeOfSomebody,
  changeSomebody,
  somebodysProblems,
} from "../../../client/pages/accounts/change_somebody.ts";
import { noticeCookie } from "../../../client/session/notice_cookie.ts";
import { ChungError } from "../../../lib/errors.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { session } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const account = await accountIn(session, ctx.params);
    const data: AccountData = { account, problems: {}, issued: null };
    return page(data);
  },

  /** Changes somebody's role, password or access; the field `do` says which. */
  async POST(ctx) {
    const { session, language } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const account = await accountIn(session, ctx.params);
    let change: ChangeOfSomebody | undefined;
    const answer = await answerPost(ctx, {
      formOnly: true,
      async act(session, fields) {
        change = await changeSomebody(session, account.username, fields);
        return change;
      },
      done: (change) => "path" in change ? change.path : ctx.url.pathname,
      async refused(problem, fields, session) {
        if (session === null || problem.code === "forbidden") {
          throw new ChungError(session === null ? "invalid_token" : "forbidden", problem.text);
        }
        // As it is now: somebody else may have changed it.
        const account = await accountIn(session, ctx.params);
        const problems = somebodysProblems(problem, fields, account, language);
        const data: AccountData = { account, problems, issued: null };
        return page(data, { status: problem.status });
      },
    });
    if (change !== undefined && "issued" in change) {
      const data: AccountData = { account, problems: {}, issued: change.issued };
      return page(data);
    }
    if (change !== undefined && answer instanceof Response) {
      const cookie = noticeCookie(ctx.url, change.notice, session.user.username);
      answer.headers.append("set-cookie", cookie);
    }
    return answer;
  },
});

export default define.page<typeof handler>(AccountPage);
