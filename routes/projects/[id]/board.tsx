import { page } from "fresh";
import { define } from "../../../client/http/define.ts";
import { projectIdIn } from "../../../client/http/project_id_in.ts";
import { redirectToLogin } from "../../../client/http/redirect_to_login.ts";
import { boardPageData } from "../../../client/pages/board/board_page_data.ts";
import { BoardPage } from "../../../client/pages/board/board_page.tsx";
import { tokenIsGone } from "../../../client/upstream/token_is_gone.ts";

export const handler = define.handlers({
  /** The board, filtered by the query, with the card of `?task=` open. */
  async GET(ctx) {
    const projectId = projectIdIn(ctx.params);
    const { session, language } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const query = ctx.url.searchParams;
    const data = await boardPageData({ session, projectId, language, query });
    if (tokenIsGone(data.problem)) return redirectToLogin(ctx, true);
    return page(data, { status: data.problem?.status ?? (data.card === "gone" ? 404 : undefined) });
  },
});

export default define.page<typeof handler>(BoardPage);
