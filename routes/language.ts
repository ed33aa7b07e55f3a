import { define } from "../client/http/define.ts";
import { cookieAttributes, cookieName } from "../client/session/cookie_name.ts";
import { pageBefore } from "../client/shared/paths.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect("/", 303),

  async POST(ctx) {
    const form = await ctx.state.forms.read(ctx.req);
    const language = form.text("language") === "en" ? "en" : "vi";
    const response = ctx.redirect(pageBefore(ctx.req.headers.get("referer"), ctx.url), 303);
    response.headers.append(
      "set-cookie",
      `${cookieName(ctx.url, "language")}=${language}; ${
        cookieAttributes(ctx.url, "Lax")
      }; Max-Age=${YEAR_SECONDS}`,
    );
    return response;
  },
});
