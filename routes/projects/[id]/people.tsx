import { page } from "fresh";
import { addMembersForm } from "../../../client/pages/add_members_form.ts";
import { define } from "../../../client/http/define.ts";
import { answerPost } from "../../../client/http/answer_post.ts";
import { projectIdIn } from "../../../client/http/project_id_in.ts";
import { PeoplePage, type PeoplePageData } from "../../../client/pages/people_page.tsx";
import { projectPart, projectPartData } from "../../../client/pages/project_part_data.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const answer = await projectPart(ctx);
    if (answer instanceof Response) return answer;
    const data: PeoplePageData = { ...answer.data, names: "", refusal: null };
    return page(data, { status: answer.status });
  },

  /** Adds members, posted without script. */
  POST(ctx) {
    const id = projectIdIn(ctx.params);
    const { language } = ctx.state;
    return answerPost(ctx, {
      names: "members",
      formOnly: true,
      act: addMembersForm(id, language),
      done: ({ added }) =>
        `/projects/${id}/people${added.length > 0 ? `?added=${added.join(",")}` : ""}`,
      async refused(problem, fields, session) {
        const part = session === null
          ? { projectId: id, part: null, problem }
          : await projectPartData(session, id, language);
        const names = fields.text("members").trim();
        const data: PeoplePageData = { ...part, names, refusal: problem.text };
        return page(data, { status: problem.status });
      },
    });
  },
});

export default define.page<typeof handler>(PeoplePage);
