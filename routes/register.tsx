import { define } from "../client/http/define.ts";
import { AccountPage } from "../client/pages/account_page.tsx";
import {
  emptyRegistration,
  registerAccount,
} from "../client/pages/registration/register_account.ts";
import { afterLogin } from "../client/shared/paths.ts";

export const handler = define.handlers({
  GET(ctx) {
    const next = afterLogin(ctx.url.searchParams.get("next"));
    if (ctx.state.session !== null) return ctx.redirect(next, 303);
    return emptyRegistration(ctx.state, next);
  },

  POST: (ctx) => registerAccount(ctx, "register"),
});

export default define.page<typeof handler>(function RegisterPage({ data, state }) {
  const { language, accounts } = state;
  const { server, inTheClear } = accounts;
  const tellsServer = state.server.fixed !== "shared";
  return <AccountPage {...{ kind: "register", language, server, inTheClear, tellsServer, data }} />;
});
