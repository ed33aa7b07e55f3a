import { page } from "fresh";
import { define } from "../client/http/define.ts";
import { redirectToLogin } from "../client/http/redirect_to_login.ts";
import { SearchPage } from "../client/pages/search/search_page.tsx";
import { searchPageData } from "../client/pages/search/search_page_data.ts";
import { tokenIsGone } from "../client/upstream/token_is_gone.ts";

export const handler = define.handlers({
  /** The query is in the URL: `?q=`. */
  async GET(ctx) {
    const { state, url } = ctx;
    if (state.session === null) return redirectToLogin(ctx, false);
    const data = await searchPageData(state.session, null, url.searchParams, state, new Date());
    if (tokenIsGone(data.problem)) return redirectToLogin(ctx, true);
    return page(data, { status: data.problem?.status });
  },
});

export default define.page<typeof handler>(function SearchAllRoute({ data, state }) {
  return (
    <SearchPage
      data={data}
      server={state.server.address}
      language={state.language}
      now={new Date()}
    />
  );
});
