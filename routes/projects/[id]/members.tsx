import { page } from "fresh";
import { addMembersForm } from "../../../client/pages/add_members_form.ts";
import { answerPost } from "../../../client/http/answer_post.ts";
import { ProjectPage } from "../../../client/pages/project_page.tsx";
import { define } from "../../../client/http/define.ts";
import { pageUser } from "../../../client/http/page_user.ts";
import { projectIdIn } from "../../../client/http/project_id_in.ts";
import { closedPageData, projectPageData } from "../../../client/pages/project_page_data.ts";
import ChatRoom from "../../../islands/ChatRoom.tsx";

export const handler = define.handlers({
  /** Reached by reloading the page that a refused form showed. */
  GET(ctx) {
    return ctx.redirect(`/projects/${projectIdIn(ctx.params)}`, 303);
  },

  /** Adds members, posted as a form or by the island, which asks for JSON. */
  POST(ctx) {
    const id = projectIdIn(ctx.params);
    return answerPost(ctx, {
      names: "members",
      act: addMembersForm(id, ctx.state.language),
      done: () => `/projects/${id}`,
      async refused(problem, fields, session) {
        const invitation = { names: fields.text("members").trim(), problem: problem.text };
        const data = session === null
          ? closedPageData(id, problem, { invitation })
          : await projectPageData(session, id, ctx.state, { invitation });
        return page(data, { status: problem.status });
      },
    });
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
      membersShown={state.membersShown}
      greets={state.greets}
      Room={ChatRoom}
    />
  );
});
