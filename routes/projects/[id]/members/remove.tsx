import { define } from "../../../../client/http/define.ts";
import { namingMember } from "../../../../client/pages/naming_member.ts";
import { postAction } from "../../../../client/http/post_action.ts";
import { projectIdIn } from "../../../../client/http/project_id_in.ts";
import type { FormFields } from "../../../../client/http/read_form.ts";
import { AskingPage } from "../../../../client/pages/asking_page.tsx";
import { askFirst } from "../../../../client/pages/asking_page_data.ts";
import { ChungError } from "../../../../lib/errors.ts";

const nameIn = (fields: FormFields) => fields.text("username").trim();

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export const handler = define.handlers({
  /** Asks whether to remove the member, or to leave. */
  GET: (ctx) => askFirst(ctx),

  /** Removes a member from the project; a member who leaves is redirected to the list. */
  POST: (ctx) =>
    postAction(ctx, {
      async act(session, projectId, fields) {
        const username = nameIn(fields);
        const { language } = ctx.state;
        await session.removeMember(projectId, username).catch(async (error) => {
          if (!same(username, session.user.username)) {
            throw await namingMember(error, { session, projectId, username, language });
          }
          // The form was submitted twice: the user has already left.
          if (!(error instanceof ChungError && error.code === "not_a_member")) throw error;
        });
        return { removed: [username] };
      },
      page: "/people",
      after: ({ user }, fields) =>
        same(nameIn(fields), user.username) ? "/" : `/projects/${projectIdIn(ctx.params)}/people`,
      told(_answer, { user }, fields) {
        const username = nameIn(fields);
        const project = { id: projectIdIn(ctx.params), name: fields.text("name") };
        return same(username, user.username)
          ? { did: "left", project }
          : { did: "removed", project, about: username };
      },
      typed: (fields) => ({ member: nameIn(fields) }),
    }),
});

export default define.page<typeof handler>(AskingPage);
