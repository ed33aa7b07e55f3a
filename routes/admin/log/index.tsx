import { page } from "fresh";
import { define } from "../../../client/http/define.ts";
import { redirectToLogin } from "../../../client/http/redirect_to_login.ts";
import { LogPage } from "../../../client/pages/administration/log/log_page.tsx";
import { logPageData } from "../../../client/pages/administration/log/log_page_data.ts";
import { logQuery } from "../../../client/shared/administration/log_query.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { session } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    return page(await logPageData(session, logQuery(ctx.url.searchParams)));
  },
});

export default define.page<typeof handler>(LogPage);
