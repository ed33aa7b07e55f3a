import { define } from "../../../client/http/define.ts";
import { messageId } from "../../../client/shared/paths.ts";
import { postAction } from "../../../client/http/post_action.ts";
import { ChungError } from "../../../lib/errors.ts";

/** Marks all messages up to one as read. */
export const handler = define.handlers({
  POST: (ctx) =>
    postAction(ctx, {
      act(session, project, fields) {
        const message = messageId(fields.exact("message"));
        if (message === null) throw new ChungError("bad_request", "message is a number");
        return session.read(project, message);
      },
    }),
});
