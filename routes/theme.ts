import { define } from "../client/http/define.ts";
import { preferenceCookie } from "../client/session/cookie_name.ts";
import { pageBefore } from "../client/shared/paths.ts";
import { themeOf } from "../client/shared/theme.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect("/", 303),

  /** Sets the theme of all pages in this browser. */
  async POST(ctx) {
    const form = await ctx.state.forms.read(ctx.req);
    const theme = themeOf(form.text("theme"));
    const response = ctx.redirect(pageBefore(ctx.req.headers.get("referer"), ctx.url), 303);
    response.headers.append("set-cookie", preferenceCookie(ctx.url, "theme", theme));
    return response;
  },
});
