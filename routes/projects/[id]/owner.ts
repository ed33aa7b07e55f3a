import { define } from "../../../client/http/define.ts";
import { postAction } from "../../../client/http/post_action.ts";
import { ChungError } from "../../../lib/errors.ts";

/** Transfers the project to another member. */
export const handler = define.handlers({
  POST: (ctx) =>
    postAction(ctx, {
      async act(session, id, fields) {
        const username = fields.text("username").trim();
        try {
          return { project: await session.transfer(id, username) };
        } catch (error) {
          if (!(error instanceof ChungError && error.code === "not_owner")) throw error;
          // The form was submitted twice: the member already owns the project.
          const project = (await session.projects()).find((project) => project.id === id);
          if (project?.owner.toLowerCase() !== username.toLowerCase()) throw error;
          return { project };
        }
      },
    }),
});
