import { ChungError } from "../errors.ts";
import { PAGE_BYTES, PAGE_MESSAGES } from "../model/limits.ts";
import { defineAction } from "./action.ts";
import { encodePage } from "./encode_page.ts";
import { optionalNumber } from "./field.ts";
import { assertStillReadable } from "./still_readable.ts";

const USAGE = "history <token> <project_id> [limit] [before_id] [after_id]";

/** Reads a page of messages (docs/PROTOCOL.md, "Actions: rooms"). A limit above 1,000 is lowered to 1,000. */
export default defineAction({
  name: "history",
  audit: { name: "xem lịch sử" },
  gate: "member",
  fields: { limit: optionalNumber, beforeId: optionalNumber, afterId: optionalNumber },
  usage: USAGE,
  bulky: true,
  async run({ limit, beforeId, afterId }, { session, project }, services) {
    if (limit === 0) throw new ChungError("bad_request", "limit is a number from 1 to 1000");
    if (beforeId !== null && afterId !== null) {
      throw new ChungError(
        "bad_request",
        `give before_id or after_id, not both: write - in place of before_id; usage: ${USAGE}`,
      );
    }
    const { store } = services;
    const size = { limit: Math.min(limit ?? PAGE_MESSAGES, PAGE_MESSAGES), bytes: PAGE_BYTES };
    // Read before the page: a change between the two reads must not count as seen.
    const last_change = await store.lastChange(project.id);
    const { messages, more } = afterId === null
      ? await store.messagesBefore(project.id, beforeId, size)
      : await store.messagesAfter(project.id, afterId, size);
    if (await encodePage(messages, session, services)) {
      await assertStillReadable(project.id, session, services);
    }
    return { reply: { messages, more, last_change } };
  },
});
