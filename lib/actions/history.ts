import { ChungError } from "../errors.ts";
import { PAGE_BYTES, PAGE_MESSAGES } from "../model/limits.ts";
import { defineAction } from "./action.ts";
import { optionalNumber } from "./field.ts";

/** docs/PROTOCOL.md, "Actions: rooms". A larger limit than 1,000 means 1,000. */
export default defineAction({
  name: "history",
  audit: { name: "xem lịch sử" },
  gate: "member",
  fields: { limit: optionalNumber, beforeId: optionalNumber },
  usage: "history <token> <project_id> [limit] [before_id]",
  async run({ limit, beforeId }, { project }, { store }) {
    if (limit === 0) throw new ChungError("bad_request", "limit is a number from 1 to 1000");
    return {
      reply: await store.messagesBefore(project.id, beforeId, {
        limit: Math.min(limit ?? PAGE_MESSAGES, PAGE_MESSAGES),
        bytes: PAGE_BYTES,
      }),
    };
  },
});
