import { define } from "../../../client/http/define.ts";
import { namingMember } from "../../../client/pages/naming_member.ts";
import { postAction } from "../../../client/http/post_action.ts";
import { AskingPage } from "../../../client/pages/asking_page.tsx";
import { askFirst } from "../../../client/pages/asking_page_data.ts";
import { ChungError } from "../../../lib/errors.ts";

export const handler = define.handlers({
  /** Asks whether to transfer the project to the member. */
  GET: (ctx) => askFirst(ctx),

  /** Transfers the project to another member. */
  POST: (ctx) =>
    postAction(ctx, {
      async act(session, projectId, fields) {
        const username = fields.text("username").trim();
        try {
          return { project: await session.transfer(projectId, username) };
        } catch (error) {
          if (!(error instanceof ChungError && error.code === "not_owner")) {
            const { language } = ctx.state;
            throw await namingMember(error, { session, projectId, username, language });
          }
          // The form was submitted twice: the member already owns the project.
          const project = await session.project(projectId);
          if (project?.owner.toLowerCase() !== username.toLowerCase()) throw error;
          return { project };
        }
      },
      page: "/people",
      told: ({ project }) => ({ did: "transferred", project, about: project.owner }),
      typed: (fields) => ({ member: fields.text("username").trim() }),
    }),
});

export default define.page<typeof handler>(AskingPage);
