import type { Middleware } from "fresh";
import { chooseLanguage } from "../choose_language.ts";
import { cookieName } from "../../session/cookie_name.ts";
import { cookieValues } from "../../session/cookie_values.ts";
import type { CurrentServer } from "../../session/current_server.ts";
import type { LoginTable } from "../../session/login_table.ts";
import { CHAT_COOKIE, chatBeside } from "../../shared/board/chat_beside.ts";
import { MEMBERS_COOKIE, membersShown } from "../../shared/members_shown.ts";
import { themeOf } from "../../shared/theme.ts";
import { AccountGuard } from "../../sharing/account_guard.ts";
import type { TrustedProxies } from "../../sharing/trusted_proxies.ts";
import { visitorOf } from "../../sharing/visitor.ts";
import type { FormReader } from "../read_form.ts";
import type { State } from "../route_state.ts";

/**
 * Sets the parts of `ctx.state` that need no server, so that error pages have them too.
 * @param proxies those to believe, if other machines open the pages
 */
export function loadState(
  server: CurrentServer,
  logins: LoginTable,
  forms: FormReader,
  proxies?: TrustedProxies,
): Middleware<State> {
  const guard = new AccountGuard();
  return (ctx) => {
    const cookie = (name: string) => cookieValues(ctx.req, cookieName(ctx.url, name))[0] ?? null;
    const accepted = ctx.req.headers.get("accept-language");
    ctx.state.language = chooseLanguage(cookie("language"), accepted);
    ctx.state.theme = themeOf(cookie("theme"));
    ctx.state.membersShown = membersShown(cookieValues(ctx.req, MEMBERS_COOKIE)[0] ?? null);
    ctx.state.chatBeside = chatBeside(cookieValues(ctx.req, CHAT_COOKIE)[0] ?? null);
    ctx.state.greets = cookie("greeting") !== "removed";
    ctx.state.logins = logins;
    ctx.state.forms = forms;
    ctx.state.accounts = proxies === undefined
      ? server.accounts
      : guard.guarded(server.accounts, visitorOf(ctx.req, ctx.info, proxies));
    ctx.state.server = server;
    ctx.state.session = null;
    ctx.state.notice = null;
    return ctx.next();
  };
}
