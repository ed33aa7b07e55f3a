import { page } from "fresh";
import { define } from "../../../client/http/define.ts";
import { redirectToLogin } from "../../../client/http/redirect_to_login.ts";
import { ServerPage } from "../../../client/pages/administration/server_page.tsx";
import { serverPageData } from "../../../client/pages/administration/server_page_data.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { session } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    return page(await serverPageData(session));
  },
});

export default define.page<typeof handler>(ServerPage);
