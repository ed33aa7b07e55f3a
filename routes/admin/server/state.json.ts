import { define } from "../../../client/http/define.ts";
import { serverState } from "../../../client/pages/administration/server_page_data.ts";
import { ChungError } from "../../../lib/errors.ts";

/** The server's state and its last day, as JSON. */
export const handler = define.handlers({
  async GET(ctx) {
    const { session } = ctx.state;
    if (session === null) throw new ChungError("invalid_token", "not logged in");
    return ctx.json(await serverState(session));
  },
});
