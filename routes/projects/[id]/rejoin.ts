import { define } from "../../../client/http/define.ts";
import { postAction } from "../../../client/http/post_action.ts";

/** Brings the user back into a project that they left by themselves. */
export const handler = define.handlers({
  POST: (ctx) =>
    postAction(ctx, {
      act: async (session, id) => ({ project: await session.rejoin(id) }),
      told: ({ project }) => ({ did: "rejoined", project }),
    }),
});
