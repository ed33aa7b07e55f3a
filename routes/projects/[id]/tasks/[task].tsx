import { HttpError, page } from "fresh";
import { answerPost } from "../../../../client/http/answer_post.ts";
import { define } from "../../../../client/http/define.ts";
import { problemOf, problemResponse } from "../../../../client/http/problem.ts";
import { projectIdIn } from "../../../../client/http/project_id_in.ts";
import { wantsJson } from "../../../../client/http/read_form.ts";
import {
  boardPageData,
  cardView,
  closedBoard,
} from "../../../../client/pages/board/board_page_data.ts";
import { BoardPage } from "../../../../client/pages/board/board_page.tsx";
import { afterChange, changeTask } from "../../../../client/pages/board/change_task.ts";
import { noticeCookie } from "../../../../client/session/notice_cookie.ts";
import { boardPath } from "../../../../client/shared/board/board_query.ts";
import { isNotice } from "../../../../client/shared/notice.ts";
import { projectId, taskId } from "../../../../client/shared/paths.ts";
import { ChungError } from "../../../../lib/errors.ts";

function taskIdIn({ task = "" }: Record<string, string | undefined>): number {
  const id = taskId(task);
  if (id === null) throw new HttpError(404);
  return id;
}

export const handler = define.handlers({
  /** The task and its changes as JSON; a browser that comes by itself goes to its card. */
  async GET(ctx) {
    const { session, language } = ctx.state;
    const id = taskIdIn(ctx.params);
    if (!wantsJson(ctx.req)) return ctx.redirect(boardPath(projectIdIn(ctx.params), "", id), 303);
    try {
      const project = projectId(ctx.params.id);
      if (project === null) throw new ChungError("project_not_found", "no such project");
      if (session === null) throw new ChungError("invalid_token", "not logged in");
      return ctx.json(await cardView(session, project, id));
    } catch (error) {
      return problemResponse(problemOf(error, language));
    }
  },

  /** Changes the task, posted as a form or by script, which asks for JSON; see `changeTask`. */
  async POST(ctx) {
    const form = {
      projectId: projectIdIn(ctx.params),
      id: taskIdIn(ctx.params),
      language: ctx.state.language,
    };
    const notices: unknown[] = [];
    const answer = await answerPost(ctx, {
      act: (session, fields) => changeTask(session, form, fields),
      done(changed, _session, fields) {
        const { path, notice } = afterChange(form, changed, fields);
        notices.push(notice);
        return path;
      },
      async refused(problem, fields, session) {
        const query = new URLSearchParams(fields.text("filter"));
        const saves = fields.exact("do") === "save";
        if (saves) query.set("task", String(form.id));
        const refused = saves
          ? {
            saving: {
              title: fields.text("title"),
              assignee: fields.text("assignee"),
              due: fields.text("due"),
              notes: fields.text("notes"),
              was_notes: fields.text("was_notes"),
              problem: problem.text,
            },
          }
          : { undone: problem.text };
        const data = session === null
          ? closedBoard({ ...form, query }, problem, refused)
          : await boardPageData({ ...form, session, query }, refused);
        return page(data, { status: problem.status });
      },
    });
    const { session } = ctx.state;
    for (const notice of notices.filter(isNotice)) {
      if (session === null || !(answer instanceof Response)) continue;
      answer.headers.append("set-cookie", noticeCookie(ctx.url, notice, session.user.username));
    }
    return answer;
  },
});

export default define.page<typeof handler>(BoardPage);
