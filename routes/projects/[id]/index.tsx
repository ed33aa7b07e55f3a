import { pageUser } from "../../../client/http/page_user.ts";
import { page } from "fresh";
import { answerPost } from "../../../client/http/answer_post.ts";
import { projectIdIn } from "../../../client/http/project_id_in.ts";
import { LogPage, type LogPageData } from "../../../client/pages/log_page.tsx";
import { ProjectPage, type ProjectPageData } from "../../../client/pages/project_page.tsx";
import { define } from "../../../client/http/define.ts";
import { contentTag, formTag } from "../../../client/http/read_form.ts";
import { errorText, isProblemCode, type ProblemCode } from "../../../client/i18n/error_text.ts";
import type { Language } from "../../../client/i18n/language.ts";
import { t } from "../../../client/i18n/translate.ts";
import { messagePlace } from "../../../client/shared/log/places.ts";
import { projectId } from "../../../client/shared/paths.ts";
import { problemOf } from "../../../client/http/problem.ts";
import { closedPageData, projectPageData } from "../../../client/pages/project_page_data.ts";
import { redirectToLogin } from "../../../client/http/redirect_to_login.ts";
import { isFinalRefusal } from "../../../client/shared/refusal_codes.ts";
import type { PersonSession } from "../../../client/session/person_session.ts";
import ChatRoom from "../../../islands/ChatRoom.tsx";
import { type SearchOrigin, searchOrigin } from "../../../client/shared/search_query.ts";
import { tasksOfMessages } from "../../../client/session/tasks/log_tasks.ts";
import { tokenIsGone } from "../../../client/upstream/token_is_gone.ts";
import { splitTypedNames } from "../../../lib/protocol/name_list.ts";

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
  const typed = splitTypedNames(names);
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
  search: SearchOrigin | null,
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
    const tasks = await tasksOfMessages(session.tasks, projectId, log.messages);
    return { room, log: { direction, project, members, search, tasks, ...log } };
  } catch (error) {
    return { room: closedPageData(projectId, problemOf(error, language)), log: null };
  }
}

export const handler = define.handlers({
  async GET(ctx) {
    const id = projectIdIn(ctx.params);
    const { session, language } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const query = ctx.url.searchParams;
    const from = logAskedFor(query);
    const data: ProjectRouteData = from === null
      ? {
        room: await projectPageData(session, id, ctx.state, {
          invitation: invitationOf(query, language),
          undone: undoneOf(query),
          at: projectId(query.get("at") ?? ""),
          search: searchOrigin(query),
        }),
        log: null,
      }
      : await logData(session, id, from, language, searchOrigin(query));
    const { problem } = data.room;
    if (tokenIsGone(problem)) return redirectToLogin(ctx, true);
    return page(data, { status: problem?.status });
  },

  /** Sends a message, posted as a form or by the island, which asks for JSON. */
  POST(ctx) {
    const id = projectIdIn(ctx.params);
    return answerPost(ctx, {
      async act(session, fields) {
        const text = fields.text("message");
        return { message: await session.chat(id, text, contentTag(formTag(fields), text)) };
      },
      // Redirect to the new message, not to the first unread one.
      done: ({ message }) => messagePlace(id, message.id),
      async refused(problem, fields, session) {
        const tag = formTag(fields);
        const draft = {
          text: fields.text("message"),
          // A refused message is replaced by another one; after any other error it may have been stored.
          tag: tag === undefined || isFinalRefusal(problem.code) ? crypto.randomUUID() : tag,
          problem: problem.text,
        };
        const room = session === null
          ? closedPageData(id, problem, { draft })
          : await projectPageData(session, id, ctx.state, { draft });
        const data: ProjectRouteData = { room, log: null };
        return page(data, { status: problem.status });
      },
    });
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
      membersShown={state.membersShown}
      greets={state.greets}
      Room={ChatRoom}
    />
  );
});
