import { HttpError, type Middleware } from "fresh";
import { ChungError } from "../../../lib/errors.ts";
import { failureLine } from "../failure_line.ts";
import { wantsJson } from "../read_form.ts";
import { problemOf, problemResponse } from "../problem.ts";
import { ServerUnreachable } from "../../upstream/server_unreachable.ts";
import type { State } from "../route_state.ts";
import { redirectToLogin } from "../redirect_to_login.ts";
import { tokenIsGone } from "../../upstream/token_is_gone.ts";

/**
 * Turns errors that no route caught into responses with the fitting status, as JSON or as a page. The cause is kept
 * for the error page. Bugs are also reported to the operator, since Fresh shows them on that page only.
 */
export function errorResponses(report: (line: string) => void): Middleware<State> {
  return async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      if (error instanceof ChungError || error instanceof ServerUnreachable) {
        const problem = problemOf(error, ctx.state.language);
        if (wantsJson(ctx.req)) return problemResponse(problem);
        if (tokenIsGone(error)) return redirectToLogin(ctx, true);
        const { status, text } = problem;
        throw new HttpError(status as HttpError["status"], text, { cause: error });
      }
      if (!(error instanceof HttpError) || error.status === 500) {
        report(failureLine(ctx.req, error));
      }
      throw error;
    }
  };
}
