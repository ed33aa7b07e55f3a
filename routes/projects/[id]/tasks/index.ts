import { define } from "../../../../client/http/define.ts";
import { postAction } from "../../../../client/http/post_action.ts";
import { problemOf, problemResponse } from "../../../../client/http/problem.ts";
import { createTask } from "../../../../client/pages/board/create_task.ts";
import { boardPath } from "../../../../client/shared/board/board_query.ts";
import { projectId } from "../../../../client/shared/paths.ts";
import { projectIdIn } from "../../../../client/http/project_id_in.ts";
import { ChungError } from "../../../../lib/errors.ts";

/** Characters of a refused title, too long in any case, that are kept for display. */
const LONGEST_KEPT = 500;

export const handler = define.handlers({
  /** The tasks of the project as JSON. */
  async GET(ctx) {
    const { session, language } = ctx.state;
    try {
      const id = projectId(ctx.params.id);
      if (id === null) throw new ChungError("project_not_found", "no such project");
      if (session === null) throw new ChungError("invalid_token", "not logged in");
      return ctx.json(await session.tasks.board(id));
    } catch (error) {
      return problemResponse(problemOf(error, language));
    }
  },

  /** Creates a task: `title`, and where given `status`, `assignee`, `due` and `tag`. */
  POST: (ctx) =>
    postAction(ctx, {
      act: async (session, project, fields) => ({
        task: await createTask(session, project, fields),
      }),
      page: "/board",
      after: (_session, fields) => boardPath(projectIdIn(ctx.params), fields.text("filter")),
      typed: (fields) => ({
        title: fields.text("title").slice(0, LONGEST_KEPT),
        status: fields.exact("status"),
      }),
    }),
});
