import { HttpError, page } from "fresh";
import { OlderMessagesPage } from "../../../client/pages/older_messages_page.tsx";
import { ProjectPage, type ProjectPageData } from "../../../client/pages/project_page.tsx";
import { define } from "../../../client/define.ts";
import { contentTag, formTag, readForm, wantsJson } from "../../../client/form.ts";
import { errorText, isProblemCode } from "../../../client/i18n/error_text.ts";
import type { Language } from "../../../client/i18n/language.ts";
import { t } from "../../../client/i18n/translate.ts";
import { projectId } from "../../../client/paths.ts";
import { splitNames } from "../../../client/typed_names.ts";
import { isSessionOver, type Problem, problemOf } from "../../../client/problem.ts";
import { closedPageData, projectPageData } from "../../../client/pages/project_page_data.ts";
import { toLogin } from "../../../client/to_login.ts";
import { isRefused } from "../../../client/components/room/refused.ts";
import ChatRoom from "../../../islands/ChatRoom.tsx";
import { ChungError } from "../../../lib/errors.ts";
import type { MessagePage } from "../../../lib/model/message.ts";

interface ProjectRouteData {
  room: ProjectPageData;
  /** Older messages, in place of the room. */
  older: MessagePage | null;
}

/** What a new project's members were typed as, when they could not be added (see routes/index.tsx). */
function invitationOf(query: URLSearchParams, language: Language): ProjectPageData["invitation"] {
  const names = query.get("names") ?? "";
  const code = query.get("problem") ?? "";
  if (!isProblemCode(code)) return { names: "", problem: null };
  const typed = splitNames(names);
  const places = (query.get("unknown") ?? "").split(".").map(Number);
  const unknown = `: ${places.map((place) => typed[place] ?? "").join(", ")}`;
  const made = t(language, "project_made");
  return { names, problem: `${made} ${errorText(language, code, unknown, names)}` };
}

export const handler = define.handlers({
  async GET(ctx) {
    const id = projectId(ctx.params.id);
    if (id === null) throw new HttpError(404);
    const { session, language } = ctx.state;
    if (session === null) return toLogin(ctx, false);
    const query = ctx.url.searchParams;
    const before = projectId(query.get("before") ?? "");
    const room = await projectPageData(session, id, ctx.state, {
      invitation: invitationOf(query, language),
    });
    let older: MessagePage | null = null;
    if (room.problem === null && before !== null) {
      try {
        older = await session.history(id, before);
      } catch (error) {
        room.problem = problemOf(error, language);
        room.view = null;
      }
    }
    if (room.problem !== null && isSessionOver(room.problem)) return toLogin(ctx, true);
    const data: ProjectRouteData = { room, older };
    return page(data, { status: room.problem?.status });
  },

  /** Sends a message: a form, or the island's request for JSON. */
  async POST(ctx) {
    const id = projectId(ctx.params.id);
    if (id === null) throw new HttpError(404);
    const { session, language } = ctx.state;
    const fields = await readForm(ctx.req);
    const text = fields.text("message");
    const tag = formTag(fields);
    let problem: Problem;
    try {
      if (session === null) throw new ChungError("invalid_token", "not logged in");
      const message = await session.chat(id, text, contentTag(tag, text));
      return wantsJson(ctx.req) ? ctx.json({ message }) : ctx.redirect(`/projects/${id}`, 303);
    } catch (error) {
      problem = problemOf(error, language);
    }
    if (wantsJson(ctx.req)) {
      const { code, text, status } = problem;
      return ctx.json({ error: { code, text } }, { status });
    }
    const draft = {
      text,
      // After a refusal the next try is another message; else it may have been stored after all.
      tag: tag === undefined || isRefused(problem.code) ? crypto.randomUUID() : tag,
      problem: problem.text,
    };
    const room: ProjectPageData = session === null || isSessionOver(problem)
      ? closedPageData(id, problem, { draft })
      : await projectPageData(session, id, ctx.state, { draft });
    const data: ProjectRouteData = { room, older: null };
    return page(data, { status: problem.status });
  },
});

export default define.page<typeof handler>(function ProjectRoute({ data, state }) {
  const username = state.session?.user.username ?? "";
  if (data.older !== null) {
    return (
      <OlderMessagesPage
        projectId={data.room.projectId}
        older={data.older}
        username={username}
        language={state.language}
        now={new Date()}
      />
    );
  }
  return (
    <ProjectPage
      data={data.room}
      username={username}
      server={state.server.address}
      language={state.language}
      Room={ChatRoom}
    />
  );
});
