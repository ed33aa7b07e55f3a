import { define } from "../../../client/http/define.ts";
import { postAction } from "../../../client/http/post_action.ts";
import { AskingPage } from "../../../client/pages/asking_page.tsx";
import { askFirst } from "../../../client/pages/asking_page_data.ts";

export const handler = define.handlers({
  /** Asks whether to archive the project. */
  GET: (ctx) => askFirst(ctx),

  /** Closes the project: nothing can be written in it until it is restored. */
  POST: (ctx) =>
    postAction(ctx, {
      act: async (session, id) => ({ project: await session.archive(id) }),
      told: ({ project }) => ({ did: "archived", project }),
    }),
});

export default define.page<typeof handler>(AskingPage);
