import { accessAs } from "./access.ts";
import { defineAction } from "./action.ts";
import { text } from "./field.ts";
import { findMessages } from "./searching.ts";

const USAGE = "search <token> <project_id> <query>";

/** Searches a project's messages, best matches first (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "search",
  audit: { name: "tìm tin nhắn" },
  gate: "member",
  fields: { query: text },
  usage: USAGE,
  async run({ query }, call, services) {
    const { session, project } = call;
    const reply = await findMessages(project.id, query, USAGE, call, services);
    // Checked again: the search may have queued behind others while the user was removed.
    await accessAs("member", services.store, project.id, session.user.id);
    return { reply };
  },
});
