import { ChungError } from "../errors.ts";
import { PAGE_BYTES, SEARCH_RESULTS } from "../model/limits.ts";
import { accessAs } from "./access.ts";
import { defineAction } from "./action.ts";
import { text } from "./field.ts";

const USAGE = "search <token> <project_id> <query>";

/** Searches a project's messages, best matches first (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "search",
  audit: { name: "tìm tin nhắn" },
  gate: "member",
  fields: { query: text },
  usage: USAGE,
  async run({ query }, { peer, session, project }, { store, authenticator }) {
    if (query.trim() === "") {
      throw new ChungError("bad_request", `there is nothing to search for; usage: ${USAGE}`);
    }
    const size = { limit: SEARCH_RESULTS, bytes: PAGE_BYTES };
    const { messages, partial } = await store.search(project.id, query, size, {
      account: session.user.id,
      wanted: () => !peer.closed,
    });
    // Checked again: the search may have queued behind others while the user was removed or logged out.
    await accessAs("member", store, project.id, session.user.id);
    const ended = authenticator.endOf(session);
    if (ended !== null) throw ended;
    return { reply: partial ? { messages, partial } : { messages } };
  },
});
