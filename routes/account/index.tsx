import { page } from "fresh";
import { answerPost } from "../../client/http/answer_post.ts";
import { define } from "../../client/http/define.ts";
import { redirectToLogin } from "../../client/http/redirect_to_login.ts";
import { accountProblems, changeAccount } from "../../client/pages/own_account/change_account.ts";
import {
  type OwnAccountData,
  ownAccountData,
} from "../../client/pages/own_account/own_account_data.ts";
import { OwnAccountPage } from "../../client/pages/own_account/own_account_page.tsx";
import { noticeCookie } from "../../client/session/notice_cookie.ts";
import type { Notice } from "../../client/shared/notice.ts";
import { tokenIsGone } from "../../client/upstream/token_is_gone.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { session, language } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const data = await ownAccountData(session, language);
    if (tokenIsGone(data.problem)) return redirectToLogin(ctx, true);
    return page(data, { status: data.problem?.status });
  },

  /** Changes the name or the password, or ends logins; the field `do` says which. */
  async POST(ctx) {
    const { session, language } = ctx.state;
    let notice: Notice | null = null;
    const answer = await answerPost(ctx, {
      formOnly: true,
      act: changeAccount(ctx.state),
      done(told) {
        notice = told;
        return "/account";
      },
      async refused(problem, fields, session) {
        const problems = accountProblems(problem, fields, language);
        const typed = fields.exact("do") === "name" ? fields.text("name") : undefined;
        const data: OwnAccountData = session === null
          ? { name: typed ?? "", logins: null, problem, problems: {} }
          : await ownAccountData(session, language, { typed, problems });
        return page(data, { status: problem.status });
      },
    });
    if (notice !== null && session !== null && answer instanceof Response) {
      answer.headers.append("set-cookie", noticeCookie(ctx.url, notice, session.user.username));
    }
    return answer;
  },
});

export default define.page<typeof handler>(OwnAccountPage);
