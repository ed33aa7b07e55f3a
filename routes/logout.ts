import { define } from "../client/http/define.ts";
import { problemOf } from "../client/http/problem.ts";
import { logOut } from "../client/session/browser_login.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect("/", 303),

  async POST(ctx) {
    let notice = "logged_out";
    try {
      await ctx.state.session?.logout();
    } catch (error) {
      // The token is forgotten here even if the server fails; the user is told what that means.
      problemOf(error, ctx.state.language);
      notice = "forgotten";
    }
    const response = ctx.redirect(`/login?notice=${notice}`, 303);
    response.headers.append("set-cookie", logOut(ctx.state.logins, ctx.req));
    return response;
  },
});
