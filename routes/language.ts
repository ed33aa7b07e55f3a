import { define } from "../client/http/define.ts";
import { preferenceCookie } from "../client/session/cookie_name.ts";
import { pageBefore } from "../client/shared/paths.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect("/", 303),

  async POST(ctx) {
    const form = await ctx.state.forms.read(ctx.req);
    const language = form.text("language") === "en" ? "en" : "vi";
    const response = ctx.redirect(pageBefore(ctx.req.headers.get("referer"), ctx.url), 303);
    response.headers.append("set-cookie", preferenceCookie(ctx.url, "language", language));
    return response;
  },
});
