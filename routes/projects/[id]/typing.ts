import { define } from "../../../client/http/define.ts";
import { postAction } from "../../../client/http/post_action.ts";
import { tokenIsGone } from "../../../client/upstream/token_is_gone.ts";

/** Announces that the user is typing. Failures are ignored, because nothing is lost. */
export const handler = define.handlers({
  POST: (ctx) =>
    postAction(ctx, {
      async act(session, project) {
        await session.typing(project).catch((error) => {
          if (tokenIsGone(error)) throw error;
        });
        return {};
      },
    }),
});
