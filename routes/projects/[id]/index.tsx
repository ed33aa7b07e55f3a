import { pageUser } from "../../../client/http/page_user.ts";
import { HttpError, page } from "fresh";
import { LogPage, type LogPageData } from "../../../client/pages/log_page.tsx";
import { ProjectPage, type ProjectPageData } from "../../../client/pages/project_page.tsx";
import { define } from "../../../client/http/define.ts";
import { contentTag, formTag, wantsJson } from "../../../client/http/read_form.ts";
import { errorText, isProblemCode, type ProblemCode } from "../../../client/i18n/error_text.ts";
import type { Language } from "../../../client/i18n/language.ts";
import { t } from "../../../client/i18n/translate.ts";
import { messagePlace, projectId } from "../../../client/shared/paths.ts";
import { splitNames } from "../../../client/shared/username_list.ts";
import { isSessionOver, type Problem, problemOf } from "../../../client/http/problem.ts";
import { closedPageData, projectPageData } from "../../../client/pages/project_page_data.ts";
import { redirectToLogin } from "../../../client/http/redirect_to_login.ts";
import { isFinalRefusal } from "../../../client/shared/refusal_codes.ts";
import type { PersonSession } from "../../../client/session/person_session.ts";
import ChatRoom from "../../../islands/ChatRoom.tsx";
import { ChungError } from "../../../lib/errors.ts";

interface ProjectRouteData {
  room: ProjectPageData;
  /** Older or newer messages, shown instead of the room. */
  log: LogPageData | null;
}

/** The names that could not be added to a new project (see routes/index.tsx). */
function invitationOf(query: URLSearchParams, language: Language): ProjectPageData["invitation"] {
  const names = query.get("names") ?? "";
  const code = query.get("problem") ?? "";
  if (names === "" || !isProblemCode(code)) return { names: "", problem: null };
  const typed = splitNames(names);
  const places = (query.get("unknown") ?? "").split(".").map(Number);
  const unknown = `: ${places.map((place) => typed[place] ?? "").join(", ")}`;
  const made = t(language, "project_made");
  return { names, problem: `${made} ${errorText(language, code, unknown, names)}` };
}

/** Why a form without a page of its own failed. */
function undoneOf(query: URLSearchParams): ProblemCode | null {
  const code = query.get("problem") ?? "";
  return query.has("names") || !isProblemCode(code) ? null : code;
}

type LogPlace = { before: number } | { after: number };

/** The page of the log requested instead of the room. */
function logAskedFor(query: URLSearchParams): LogPlace | null {
  const before = projectId(query.get("before") ?? "");
  if (before !== null) return { before };
  const after = projectId(query.get("after") ?? "");
  return after === null ? null : { after };
}

async function logData(
  session: PersonSession,
  projectId: number,
  from: LogPlace,
  language: Language,
): Promise<ProjectRouteData> {
  try {
    const [direction, at] = "before" in from
      ? ["older", from.before] as const
      : ["newer", from.after] as const;
    const [log, { project, members }] = await Promise.all([
      session.history(projectId, from),
      session.room(projectId, at),
    ]);
    const room = closedPageData(projectId, null);
    return { room, log: { direction, project, members, ...log } };
  } catch (error) {
    return { room: closedPageData(projectId, problemOf(error, language)), log: null };
  }
}

export const handler = define.handlers({
  async GET(ctx) {
    const id = projectId(ctx.params.id);
    if (id === null) throw new HttpError(404);
    const { session, language } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const query = ctx.url.searchParams;
    const from = logAskedFor(query);
    const data: ProjectRouteData = from === null
      ? {
        room: await projectPageData(session, id, ctx.state, {
          invitation: invitationOf(query, language),
          undone: undoneOf(query),
          newName: undoneOf(query) === null ? null : query.get("name"),
          at: projectId(query.get("at") ?? ""),
        }),
        log: null,
      }
      : await logData(session, id, from, language);
    const { problem } = data.room;
    if (problem !== null && isSessionOver(problem)) return redirectToLogin(ctx, true);
    return page(data, { status: problem?.status });
  },

  /** Sends a message, posted as a form or by the island, which asks for JSON. */
  async POST(ctx) {
    const id = projectId(ctx.params.id);
    if (id === null) throw new HttpError(404);
    const { session, language } = ctx.state;
    const fields = await ctx.state.forms.read(ctx.req);
    const text = fields.text("message");
    const tag = formTag(fields);
    let problem: Problem;
    try {
      if (session === null) throw new ChungError("invalid_token", "not logged in");
      const message = await session.chat(id, text, contentTag(tag, text));
      if (wantsJson(ctx.req)) return ctx.json({ message });
      // Redirect to the new message, not to the first unread one.
      return ctx.redirect(messagePlace(id, message.id), 303);
    } catch (error) {
      problem = problemOf(error, language);
    }
    if (wantsJson(ctx.req)) {
      const { code, text, status } = problem;
      return ctx.json({ error: { code, text } }, { status });
    }
    const draft = {
      text,
      // A refused message is replaced by another one; after any other error it may have been stored.
      tag: tag === undefined || isFinalRefusal(problem.code) ? crypto.randomUUID() : tag,
      problem: problem.text,
    };
    const room: ProjectPageData = session === null || isSessionOver(problem)
      ? closedPageData(id, problem, { draft })
      : await projectPageData(session, id, ctx.state, { draft });
    const data: ProjectRouteData = { room, log: null };
    return page(data, { status: problem.status });
  },
});

export default define.page<typeof handler>(function ProjectRoute({ data, state, url }) {
  const username = pageUser(state, url);
  if (data.log !== null) {
    return (
      <LogPage
        log={data.log}
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
