import { defineAction } from "./action.ts";
import { number, word } from "./field.ts";
import { lineAdded, projectChanged } from "./project_events.ts";

/** Transfers a project to another owner; the previous one stays a member (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "transfer",
  audit: { name: "chuyển quyền sở hữu" },
  gate: "user",
  fields: { projectId: number, username: word },
  usage: "transfer <token> <project_id> <username>",
  run({ projectId, username }, { session }, { store, clock }) {
    const { id: actorId, username: by } = session.user;
    const transfer = { projectId, actorId, username, at: clock.wall() };
    return store.write("transferProject", transfer).map(({ project, line }) => ({
      reply: { project },
      change: lineAdded(line),
      events: line === null ? [] : [projectChanged("transferred", project, by)],
    }));
  },
});
