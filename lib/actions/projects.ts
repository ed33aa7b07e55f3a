import { ChungError } from "../errors.ts";
import { PAGE_PROJECTS } from "../model/limits.ts";
import { notAMember } from "../model/refusals.ts";
import { accessAs } from "./access.ts";
import { defineAction } from "./action.ts";
import { optionalNumber } from "./field.ts";

const USAGE = "projects <token> [limit] [before_project_id]";

/** Lists the user's projects, latest activity first (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "projects",
  audit: { name: "xem dự án" },
  gate: "user",
  fields: { limit: optionalNumber, before: optionalNumber },
  usage: USAGE,
  bulky: true,
  async run({ limit, before }, { session: { user } }, { store }) {
    if (limit === 0) {
      throw new ChungError("bad_request", `the limit is at least 1; usage: ${USAGE}`);
    }
    const request = {
      userId: user.id,
      limit: Math.min(limit ?? PAGE_PROJECTS, PAGE_PROJECTS),
      before,
    };
    const page = await store.listProjects(request);
    if (page !== null) return { reply: page };
    await accessAs("member", store, before!, user.id);
    // The user became a member again after the list was read.
    throw notAMember(before!);
  },
});
