import { define } from "../../../client/http/define.ts";
import { postAction } from "../../../client/http/post_action.ts";

/** Characters of a refused name, too long in any case, that are kept for display. */
const LONGEST_KEPT = 500;

/** Renames the project. */
export const handler = define.handlers({
  POST: (ctx) =>
    postAction(ctx, {
      async act(session, project, fields) {
        return { project: await session.rename(project, fields.text("name").trim()) };
      },
      page: "/settings",
      told: ({ project }, _session, fields) => ({
        did: "renamed",
        project,
        about: fields.text("was"),
      }),
      typed: (fields) => ({ name: fields.text("name").slice(0, LONGEST_KEPT) }),
    }),
});
