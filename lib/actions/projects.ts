import { defineAction } from "./action.ts";

/** Lists the user's projects, latest activity first (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "projects",
  audit: { name: "xem dự án" },
  gate: "user",
  fields: {},
  usage: "projects <token>",
  async run(_fields, { session }, { store }) {
    return { reply: { projects: await store.listProjects(session.user.id) } };
  },
});
