import { page } from "fresh";
import { answerPost } from "../../../../client/http/answer_post.ts";
import { define } from "../../../../client/http/define.ts";
import { projectIdIn } from "../../../../client/http/project_id_in.ts";
import { UPLOAD } from "../../../../client/http/read_form.ts";
import { t } from "../../../../client/i18n/translate.ts";
import { ImportPage } from "../../../../client/pages/import/import_page.tsx";
import { type ImportPageData, takeFile } from "../../../../client/pages/import/import_page_data.ts";
import { keptFile } from "../../../../client/pages/import/running_imports.ts";
import { projectPart, projectPartData } from "../../../../client/pages/project_part_data.ts";

export const handler = define.handlers({
  /** The form for a file, or with `?file=` the preview of one, or how its import ended. */
  async GET(ctx) {
    const answer = await projectPart(ctx);
    if (answer instanceof Response) return answer;
    const { session, language } = ctx.state;
    const { searchParams } = ctx.url;
    const key = searchParams.get("file");
    const file = key === null || session === null
      ? null
      : keptFile(session, answer.data.projectId, key) ?? null;
    const forgotten = key !== null && file === null ? t(language, "import_forgotten") : null;
    const large = searchParams.get("problem") === "large" ? t(language, "import_too_large") : null;
    const data: ImportPageData = { ...answer.data, file, refusal: forgotten ?? large };
    return page(data, { status: answer.status });
  },

  /** Takes the file that was chosen, and goes on to its preview. */
  POST(ctx) {
    const id = projectIdIn(ctx.params);
    const { language } = ctx.state;
    return answerPost(ctx, {
      limits: UPLOAD,
      formOnly: true,
      act: (session, fields) => takeFile(session, id, fields, language),
      done: (key) => `/projects/${id}/import?file=${key}`,
      unread: () => ctx.redirect(`/projects/${id}/import?problem=large`, 303),
      async refused(problem, _fields, session) {
        const part = session === null
          ? { projectId: id, part: null, problem }
          : await projectPartData(session, id, language);
        const data: ImportPageData = { ...part, file: null, refusal: problem.text };
        return page(data, { status: problem.status });
      },
    });
  },
});

export default define.page<typeof handler>(ImportPage);
