import { define } from "../../client/http/define.ts";
import { problemOf, problemResponse } from "../../client/http/problem.ts";
import { mostTasks, ownTaskList } from "../../client/pages/my_tasks/own_task_list.ts";
import { ChungError } from "../../lib/errors.ts";

/** The person's open tasks as JSON, the first `?most=`. */
export const handler = define.handlers({
  async GET(ctx) {
    const { session, language } = ctx.state;
    try {
      if (session === null) throw new ChungError("invalid_token", "not logged in");
      const { list } = await ownTaskList(session, mostTasks(ctx.url.searchParams));
      return ctx.json(list);
    } catch (error) {
      return problemResponse(problemOf(error, language));
    }
  },
});
