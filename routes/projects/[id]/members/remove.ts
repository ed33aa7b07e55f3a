import { define } from "../../../../client/http/define.ts";
import type { FormFields } from "../../../../client/http/read_form.ts";
import { postAction } from "../../../../client/http/post_action.ts";
import type { PersonSession } from "../../../../client/session/person_session.ts";
import { ChungError } from "../../../../lib/errors.ts";

const nameIn = (fields: FormFields) => fields.text("username").trim();

function isSelf({ user }: PersonSession, fields: FormFields): boolean {
  return nameIn(fields).toLowerCase() === user.username.toLowerCase();
}

/** Removes a member from the project; a member who leaves is redirected to the list. */
export const handler = define.handlers({
  POST: (ctx) =>
    postAction(ctx, {
      async act(session, project, fields) {
        await session.removeMember(project, nameIn(fields)).catch((error) => {
          // The form was submitted twice: the user has already left.
          const left = error instanceof ChungError && error.code === "not_a_member";
          if (!left || !isSelf(session, fields)) throw error;
        });
        return {};
      },
      after: (session, fields) => isSelf(session, fields) ? "/" : null,
    }),
});
