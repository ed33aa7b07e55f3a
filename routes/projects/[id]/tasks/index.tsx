import { page } from "fresh";
import { answerPost } from "../../../../client/http/answer_post.ts";
import { define } from "../../../../client/http/define.ts";
import { problemOf, problemResponse } from "../../../../client/http/problem.ts";
import { projectIdIn } from "../../../../client/http/project_id_in.ts";
import { boardPageData, closedBoard } from "../../../../client/pages/board/board_page_data.ts";
import { BoardPage } from "../../../../client/pages/board/board_page.tsx";
import { createTask } from "../../../../client/pages/board/create_task.ts";
import { boardPath } from "../../../../client/shared/board/board_query.ts";
import { projectId } from "../../../../client/shared/paths.ts";
import { wantsJson } from "../../../../client/http/read_form.ts";
import { ChungError } from "../../../../lib/errors.ts";
import { isTaskStatus } from "../../../../lib/model/task.ts";

export const handler = define.handlers({
  /** The tasks of the project as JSON, their notes cut; a browser that comes by itself goes to the board. */
  async GET(ctx) {
    const { session, language } = ctx.state;
    if (!wantsJson(ctx.req)) return ctx.redirect(boardPath(projectIdIn(ctx.params)), 303);
    try {
      const id = projectId(ctx.params.id);
      if (id === null) throw new ChungError("project_not_found", "no such project");
      if (session === null) throw new ChungError("invalid_token", "not logged in");
      return ctx.json(await session.tasks.board(id));
    } catch (error) {
      return problemResponse(problemOf(error, language));
    }
  },

  /** Creates a task, posted as a form or by script, which asks for JSON; see `createTask`. */
  POST(ctx) {
    const project = projectIdIn(ctx.params);
    return answerPost(ctx, {
      act: async (session, fields) => ({ task: await createTask(session, project, fields) }),
      done: ({ task }, _session, fields) =>
        `${boardPath(project, fields.text("filter"))}#task-${task.id}`,
      async refused(problem, fields, session) {
        const status = fields.exact("status");
        const adding = {
          status: isTaskStatus(status) ? status : "todo" as const,
          title: fields.text("title"),
          assignee: fields.text("assignee"),
          due: fields.text("due"),
          problem: problem.text,
        };
        const asked = {
          projectId: project,
          language: ctx.state.language,
          query: new URLSearchParams(fields.text("filter")),
        };
        const data = session === null
          ? closedBoard(asked, problem, { adding })
          : await boardPageData({ ...asked, session }, { adding });
        return page(data, { status: problem.status });
      },
    });
  },
});

export default define.page<typeof handler>(BoardPage);
