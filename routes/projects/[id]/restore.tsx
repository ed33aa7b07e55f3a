import { define } from "../../../client/http/define.ts";
import { postAction } from "../../../client/http/post_action.ts";
import { AskingPage } from "../../../client/pages/asking_page.tsx";
import { askFirst } from "../../../client/pages/asking_page_data.ts";

export const handler = define.handlers({
  /** Asks whether to restore the project. */
  GET: (ctx) => askFirst(ctx),

  /** Opens an archived project again. */
  POST: (ctx) =>
    postAction(ctx, {
      act: async (session, id) => ({ project: await session.restore(id) }),
      told: ({ project }) => ({ did: "restored", project }),
    }),
});

export default define.page<typeof handler>(AskingPage);
