import { answerPost } from "../../../../client/http/answer_post.ts";
import { define } from "../../../../client/http/define.ts";
import { projectIdIn } from "../../../../client/http/project_id_in.ts";
import { redirectToLogin } from "../../../../client/http/redirect_to_login.ts";
import { choiceFields, importChoices } from "../../../../client/pages/import/import_choices.ts";
import { importFile } from "../../../../client/pages/import/import_page_data.ts";
import { keptFile } from "../../../../client/pages/import/running_imports.ts";
import type { FormFields } from "../../../../client/http/read_form.ts";
import type { PersonSession } from "../../../../client/session/person_session.ts";

export const handler = define.handlers({
  /** Imports the tasks of a file, or goes on with them; the page then tells how it ended. */
  POST(ctx) {
    const id = projectIdIn(ctx.params);
    const { language } = ctx.state;
    const after = (session: PersonSession, fields: FormFields) => {
      const key = fields.exact("file");
      const file = keptFile(session, id, key);
      const choices = file === undefined
        ? {}
        : choiceFields(importChoices(file.table, fields.exact));
      return `/projects/${id}/import?${new URLSearchParams({ file: key, ...choices })}`;
    };
    return answerPost(ctx, {
      act: async (session, fields) => ({
        progress: (await importFile(session, id, fields, language)).progress,
      }),
      done: (_answer, session, fields) => after(session, fields),
      refused: (_problem, fields, session) =>
        session === null ? redirectToLogin(ctx, false) : ctx.redirect(after(session, fields), 303),
    }) as Promise<Response>;
  },
});
