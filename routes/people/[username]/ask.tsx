import { HttpError, page } from "fresh";
import { define } from "../../../client/http/define.ts";
import { redirectToLogin } from "../../../client/http/redirect_to_login.ts";
import { accountIn } from "../../../client/pages/accounts/account_data.ts";
import {
  ASKED,
  type AskingAccountData,
  AskingAccountPage,
} from "../../../client/pages/accounts/asking_account_page.tsx";

export const handler = define.handlers({
  /** Asks before the account is disabled or steps down; `?about=` says which. */
  async GET(ctx) {
    const { session } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const about = ASKED.find((asked) => asked === ctx.url.searchParams.get("about"));
    const account = await accountIn(session, ctx.params);
    if (about === undefined) throw new HttpError(404);
    const data: AskingAccountData = { account, about };
    return page(data);
  },
});

export default define.page<typeof handler>(AskingAccountPage);
