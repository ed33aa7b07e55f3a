import { page } from "fresh";
import { answerPost } from "../../client/http/answer_post.ts";
import { define } from "../../client/http/define.ts";
import { redirectToLogin } from "../../client/http/redirect_to_login.ts";
import { type AccountsData, accountsData } from "../../client/pages/accounts/accounts_data.ts";
import { AccountsPage } from "../../client/pages/accounts/accounts_page.tsx";
import { changeInvitations } from "../../client/pages/accounts/invitations/change_invitations.ts";
import { accountSearch } from "../../client/pages/accounts/found_accounts.ts";
import { ChungError } from "../../lib/errors.ts";
import { noticeCookie } from "../../client/session/notice_cookie.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { session, language } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    return page(await accountsData(session, accountSearch(ctx.url.searchParams), language));
  },

  /** Makes an invitation, which the page then tells, or takes one back; the field `do` says which. */
  async POST(ctx) {
    const { session, language } = ctx.state;
    const search = accountSearch(new URLSearchParams());
    if (session === null) return redirectToLogin(ctx, false);
    let made: AccountsData["made"] = null;
    const answer = await answerPost(ctx, {
      formOnly: true,
      async act(session, fields) {
        made = await changeInvitations(language)(session, fields);
      },
      done: () => "/people",
      async refused(problem, fields, session) {
        if (session === null || problem.code === "forbidden") {
          throw new ChungError(session === null ? "invalid_token" : "forbidden", problem.text);
        }
        const told = fields.exact("do") === "invite"
          ? {
            form: {
              uses: fields.text("uses").slice(0, 20),
              days: fields.text("days").slice(0, 20),
              problem: problem.text,
            },
          }
          : { problem: problem.text };
        const data = await accountsData(session, search, language, told);
        return page(data, { status: problem.status });
      },
    });
    if (made !== null) return page(await accountsData(session, search, language, { made }));
    if (answer instanceof Response) {
      const notice = noticeCookie(
        ctx.url,
        { did: "invitation_revoked" },
        session.user.username,
      );
      answer.headers.append("set-cookie", notice);
    }
    return answer;
  },
});

export default define.page<typeof handler>(AccountsPage);
