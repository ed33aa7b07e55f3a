import { page } from "fresh";
import { asset, Head } from "fresh/runtime";
import { define } from "../client/http/define.ts";
import { AccountPage, type AccountPageData } from "../client/pages/account_page.tsx";
import { LoggedInAlready } from "../client/pages/registration/logged_in_already.tsx";
import {
  emptyRegistration,
  registerAccount,
} from "../client/pages/registration/register_account.ts";

/** The page of an invitation. Its code is behind a `#` in the link, so that no server, log or other site gets it. */
export const handler = define.handlers({
  GET: (ctx) => ctx.state.session === null ? emptyRegistration(ctx.state, "/") : page(null),

  POST: (ctx) => registerAccount(ctx, "join"),
});

export default define.page<typeof handler>(function JoinPage({ data, state }) {
  const { language, accounts, session } = state;
  const { server, inTheClear } = accounts;
  const tellsServer = state.server.fixed !== "shared";
  const form = data as AccountPageData | null;
  return (
    <>
      <Head>
        <script type="module" src={asset("/join.js")} />
      </Head>
      {form === null
        ? <LoggedInAlready username={session?.user.username ?? ""} language={language} />
        : (
          <AccountPage
            {...{ kind: "join", language, server, inTheClear, tellsServer, data: form }}
          />
        )}
    </>
  );
});
