import { define } from "../../../client/http/define.ts";
import { newestEntries } from "../../../client/pages/administration/log/log_page_data.ts";
import { logQuery } from "../../../client/shared/administration/log_query.ts";
import { ChungError } from "../../../lib/errors.ts";

/** The newest entries of the server's log, as JSON. */
export const handler = define.handlers({
  async GET(ctx) {
    const { session } = ctx.state;
    if (session === null) throw new ChungError("invalid_token", "not logged in");
    return ctx.json({ entries: await newestEntries(session, logQuery(ctx.url.searchParams)) });
  },
});
