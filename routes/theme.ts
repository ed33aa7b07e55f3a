import { define } from "../client/http/define.ts";
import { cookieAttributes, cookieName } from "../client/session/cookie_name.ts";
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
      `${cookieName(ctx.url, "theme")}=${theme}; ${
        cookieAttributes(ctx.url, "Lax")
      }; Max-Age=${YEAR_SECONDS}`,
    );
    return response;
  },
});
