import { page } from "fresh";
import { projectIdIn } from "../../../client/http/project_id_in.ts";
import { tokenIsGone } from "../../../client/upstream/token_is_gone.ts";
import { define } from "../../../client/http/define.ts";
import { SearchPage, type SearchPageData } from "../../../client/pages/search_page.tsx";
import { problemOf } from "../../../client/http/problem.ts";
import { redirectToLogin } from "../../../client/http/redirect_to_login.ts";
import { searchQuery } from "../../../client/shared/search_query.ts";
import { ChungError } from "../../../lib/errors.ts";

export const handler = define.handlers({
  /** The query is in the URL: `?q=`. */
  async GET(ctx) {
    const id = projectIdIn(ctx.params);
    const { session, language } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const query = searchQuery(ctx.url.searchParams);
    const data: SearchPageData = {
      projectId: id,
      projectName: "",
      query,
      found: null,
      partial: false,
      problem: null,
    };
    try {
      const [project, found] = await Promise.all([
        session.project(id),
        query === "" ? null : session.search(id, query),
      ]);
      if (project === null) {
        throw new ChungError("not_a_member", "you are not a member of this project");
      }
      data.projectName = project.name;
      data.found = found?.messages ?? null;
      data.partial = found?.partial ?? false;
    } catch (error) {
      data.problem = problemOf(error, language);
      if (tokenIsGone(data.problem)) return redirectToLogin(ctx, true);
    }
    return page(data, { status: data.problem?.status });
  },
});

export default define.page<typeof handler>(function SearchRoute({ data, state }) {
  return (
    <SearchPage
      data={data}
      server={state.server.address}
      language={state.language}
      now={new Date()}
    />
  );
});
