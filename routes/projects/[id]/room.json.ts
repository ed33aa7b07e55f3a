import { define } from "../../../client/http/define.ts";
import { problemOf, problemResponse } from "../../../client/http/problem.ts";
import { closedPageData } from "../../../client/pages/project_page_data.ts";
import { roomTexts } from "../../../client/i18n/room_texts.ts";
import { t } from "../../../client/i18n/translate.ts";
import { projectId } from "../../../client/shared/paths.ts";
import { tasksOfMessages } from "../../../client/session/tasks/log_tasks.ts";
import { ChungError } from "../../../lib/errors.ts";

export const handler = define.handlers({
  /** The props of the room's island as JSON, for a page that shows the room beside something else. */
  async GET(ctx) {
    const { session, language, server } = ctx.state;
    try {
      const id = projectId(ctx.params.id);
      if (id === null) throw new ChungError("project_not_found", "no such project");
      if (session === null) throw new ChungError("invalid_token", "not logged in");
      const { draft, invitation } = closedPageData(id, null);
      const view = await session.room(id, null);
      view.tasks = await tasksOfMessages(session.tasks, id, view.messages);
      return ctx.json({
        view,
        server: server.address,
        me: session.user.username,
        draft,
        invitation,
        membersShown: false,
        beside: t(language, "board_title"),
        at: null,
        texts: roomTexts(language),
      });
    } catch (error) {
      return problemResponse(problemOf(error, language));
    }
  },
});
