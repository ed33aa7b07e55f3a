import { HttpError, page } from "fresh";
import { ProjectPage } from "../../../client/pages/project_page.tsx";
import { define } from "../../../client/http/define.ts";
import { wantsJson } from "../../../client/http/read_form.ts";
import { t } from "../../../client/i18n/translate.ts";
import { pageUser } from "../../../client/http/page_user.ts";
import { projectId } from "../../../client/shared/paths.ts";
import { hasNames } from "../../../client/shared/username_list.ts";
import {
  formProblem,
  isSessionOver,
  type Problem,
  problemOf,
} from "../../../client/http/problem.ts";
import { closedPageData, projectPageData } from "../../../client/pages/project_page_data.ts";
import ChatRoom from "../../../islands/ChatRoom.tsx";
import { ChungError } from "../../../lib/errors.ts";

export const handler = define.handlers({
  /** Reached by reloading the page that a refused form showed. */
  GET(ctx) {
    const id = projectId(ctx.params.id);
    if (id === null) throw new HttpError(404);
    return ctx.redirect(`/projects/${id}`, 303);
  },

  /** Adds members, posted as a form or by the island, which asks for JSON. */
  async POST(ctx) {
    const id = projectId(ctx.params.id);
    if (id === null) throw new HttpError(404);
    const { session, language } = ctx.state;
    const names = (await ctx.state.forms.read(ctx.req)).text("members").trim();
    let problem: Problem;
    try {
      if (session === null) throw new ChungError("invalid_token", "not logged in");
      if (hasNames(names)) {
        const { added, already } = await session.addMembers(id, names);
        if (wantsJson(ctx.req)) return ctx.json({ added, already });
        return ctx.redirect(`/projects/${id}`, 303);
      }
      problem = formProblem("bad_request", t(language, "fill_in_members"));
    } catch (error) {
      problem = problemOf(error, language, names);
    }
    if (wantsJson(ctx.req)) {
      const { code, text, status } = problem;
      return ctx.json({ error: { code, text } }, { status });
    }
    const invitation = { names, problem: problem.text };
    const data = session === null || isSessionOver(problem)
      ? closedPageData(id, problem, { invitation })
      : await projectPageData(session, id, ctx.state, { invitation });
    return page(data, { status: problem.status });
  },
});

export default define.page<typeof handler>(function MembersRoute({ data, state, url }) {
  const username = pageUser(state, url);
  return (
    <ProjectPage
      data={data}
      username={username}
      server={state.server.address}
      language={state.language}
      Room={ChatRoom}
    />
  );
});
