import { define } from "../client/http/define.ts";
import { paletteData } from "../client/pages/palette/palette_data.ts";
import { problemOf, problemResponse } from "../client/http/problem.ts";
import { projectId } from "../client/shared/paths.ts";
import { ChungError } from "../lib/errors.ts";

/** The projects, members and texts of the palette, as JSON; `?project=` is the project of the page. */
export const handler = define.handlers({
  async GET(ctx) {
    const { session, language } = ctx.state;
    if (session === null) {
      const error = new ChungError("invalid_token", "not logged in");
      return problemResponse(problemOf(error, language));
    }
    const here = projectId(ctx.url.searchParams.get("project") ?? "");
    return ctx.json(await paletteData(session, ctx.state, here));
  },
});
