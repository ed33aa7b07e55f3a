import { define } from "../client/http/define.ts";
import { preferenceCookie } from "../client/session/cookie_name.ts";
import { pageBefore } from "../client/shared/paths.ts";

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect("/", 303),

  /** Removes the greeting of new projects in this browser, and leads back to write a message. */
  POST(ctx) {
    const page = pageBefore(ctx.req.headers.get("referer"), ctx.url);
    const response = ctx.redirect(`${page}#message`, 303);
    response.headers.append("set-cookie", preferenceCookie(ctx.url, "greeting", "removed"));
    return response;
  },
});
