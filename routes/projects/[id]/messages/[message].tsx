import { HttpError, page } from "fresh";
import { answerPost } from "../../../../client/http/answer_post.ts";
import { tokenIsGone } from "../../../../client/upstream/token_is_gone.ts";
import { pageUser } from "../../../../client/http/page_user.ts";
import { define } from "../../../../client/http/define.ts";
import type { Language } from "../../../../client/i18n/language.ts";
import { MessagePage, type MessagePageData } from "../../../../client/pages/message_page.tsx";
import { messagePlace } from "../../../../client/shared/log/places.ts";
import { messageId, projectId } from "../../../../client/shared/paths.ts";
import { type Problem, problemOf } from "../../../../client/http/problem.ts";
import type { PersonSession } from "../../../../client/session/person_session.ts";
import { tasksOfMessages } from "../../../../client/session/tasks/log_tasks.ts";
import { redirectToLogin } from "../../../../client/http/redirect_to_login.ts";
import { type SearchOrigin, searchOrigin } from "../../../../client/shared/search_query.ts";
import { ChungError } from "../../../../lib/errors.ts";

/** The project, the message and the search that a URL names. */
interface Place {
  projectId: number;
  messageId: number;
  /** The search that led to the page, if any. */
  search: SearchOrigin | null;
}

function placeOf(params: Record<string, string | undefined>, url: URL): Place {
  const project = projectId(params.id ?? "");
  const message = messageId(params.message ?? "");
  if (project === null || message === null) throw new HttpError(404);
  return { projectId: project, messageId: message, search: searchOrigin(url.searchParams) };
}

/** Data of a message's page, with the typed text and the error. */
async function messageData(
  session: PersonSession,
  place: Place,
  language: Language,
  typed: string | null,
  before: Problem | null,
): Promise<MessagePageData> {
  const { user } = session;
  try {
    const [message, project] = await Promise.all([
      session.message(place.projectId, place.messageId),
      session.project(place.projectId),
    ]);
    const owner = project?.owner === user.username;
    const archived = project?.archived ?? false;
    const problem = message === null && before === null
      ? problemOf(new ChungError("message_not_found", "there is no such message"), language)
      : before;
    const tasks = await tasksOfMessages(
      session.tasks,
      place.projectId,
      message === null ? [] : [message],
    );
    return { ...place, message, task: tasks?.tasks[0], owner, archived, typed, problem };
  } catch (error) {
    const problem = before ?? problemOf(error, language);
    return { ...place, message: null, owner: false, archived: false, typed, problem };
  }
}

export const handler = define.handlers({
  async GET(ctx) {
    const place = placeOf(ctx.params, ctx.url);
    const { session, language } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const data = await messageData(session, place, language, null, null);
    if (tokenIsGone(data.problem)) return redirectToLogin(ctx, true);
    return page(data, { status: data.problem?.status });
  },

  /**
   * Edits (`do=edit`, with the new text in `message`) or deletes (`do=delete`) the message, or makes a task of it
   * (`do=promote`), posted as a form or by the island, which asks for JSON.
   */
  POST(ctx) {
    const place = placeOf(ctx.params, ctx.url);
    return answerPost(ctx, {
      async act(session, fields) {
        const id = place.messageId;
        switch (fields.text("do")) {
          case "edit":
            return { message: await session.edit(id, fields.text("message")) };
          case "delete":
            return { message: await session.delete(id) };
          case "promote":
            return { task: await session.tasks.promote(id) };
          default:
            throw new HttpError(400);
        }
      },
      done(answer) {
        const { project_id } = answer.task ?? answer.message;
        return messagePlace(project_id, place.messageId, place.search);
      },
      async refused(problem, fields, session) {
        const typed = fields.text("do") === "edit" ? fields.text("message") : null;
        const data: MessagePageData = session === null
          ? { ...place, message: null, owner: false, archived: false, typed, problem }
          : await messageData(session, place, ctx.state.language, typed, problem);
        return page(data, { status: problem.status });
      },
    });
  },
});

export default define.page<typeof handler>(function MessageRoute({ data, state, url }) {
  return (
    <MessagePage
      data={data}
      username={pageUser(state, url)}
      server={state.server.address}
      language={state.language}
      now={new Date()}
    />
  );
});
