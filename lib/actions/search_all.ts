import { defineAction } from "./action.ts";
import { text } from "./field.ts";
import { findMessages } from "./searching.ts";

const USAGE = "search_all <token> <query>";

/** Searches all projects of the user, best matches first (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "search_all",
  audit: { name: "tìm trong mọi dự án" },
  gate: "user",
  fields: { query: text },
  usage: USAGE,
  async run({ query }, call, services) {
    return { reply: await findMessages(null, query, USAGE, call, services) };
  },
});
