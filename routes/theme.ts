import { define } from "../client/http/define.ts";
import { pageBefore } from "../client/shared/paths.ts";
import { themeOf } from "../client/shared/theme.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect("/", 303),

  /** Sets the theme of all pages in this browser. */
  async POST(ctx) {
    const form = await ctx.state.forms.read(ctx.req);
    const theme = themeOf(form.text("theme"));
    const response = ctx.redirect(pageBefore(ctx.req.headers.get("referer"), ctx.url), 303);
    response.headers.append(
      "set-cookie",
      `theme=${theme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`,
    );
    return response;
  },
});
