import { noticeCookie } from "../session/notice_cookie.ts";
import { isNotice, type Notice } from "../shared/notice.ts";
import { answerPost, type Posted } from "./answer_post.ts";
import type { Problem } from "./problem.ts";
import { projectIdIn } from "./project_id_in.ts";
import type { FormFields } from "./read_form.ts";
import type { PersonSession } from "../session/person_session.ts";

/** The effect of a form on a project. */
interface PostAction<Answer> {
  act(session: PersonSession, projectId: number, fields: FormFields): Promise<Answer>;
  /** The path where the browser goes on after a form without script, by default the page that has the form. */
  after?(session: PersonSession, fields: FormFields): string;
  /** The notice that this page tells first. */
  told?(answer: Answer, session: PersonSession, fields: FormFields): Notice;
  /** The path below the project's of the page that has the form; "" for the room by default. */
  page?: string;
  /** The input for that page to show again when it is refused; short enough for an address. */
  typed?(fields: FormFields): Record<string, string>;
}

/**
 * Answers a form about the project `[id]` that has no page of its own: without script the browser is sent to the
 * page that has the form, which shows the problem by `?problem=CODE`.
 */
export async function postAction<Answer>(
  ctx: Posted & { url: URL },
  { act, after, told, typed, page: below = "" }: PostAction<Answer>,
): Promise<Response> {
  const id = projectIdIn(ctx.params);
  const page = (query: Record<string, string> = {}) => {
    const text = String(new URLSearchParams(query));
    return `/projects/${id}${below}${text && `?${text}`}`;
  };
  const back = ({ code }: Problem, typed: Record<string, string> = {}) =>
    ctx.redirect(page({ problem: code, ...typed }), 303);
  let notice: Notice | undefined;
  const answer = await answerPost(ctx, {
    act: (session, fields) => act(session, id, fields),
    done(answer, session, fields) {
      notice = told?.(answer, session, fields);
      return after?.(session, fields) ?? page();
    },
    refused: (problem, fields) => back(problem, typed?.(fields)),
    unread: back,
  }) as Response;
  const { session } = ctx.state;
  if (isNotice(notice) && session !== null) {
    answer.headers.append("set-cookie", noticeCookie(ctx.url, notice, session.user.username));
  }
  return answer;
}
