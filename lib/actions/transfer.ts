import { defineAction } from "./action.ts";
import { number, word } from "./field.ts";
import { projectChanged } from "./project_events.ts";

/** Transfers a project to another owner; the previous one stays a member (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "transfer",
  audit: { name: "chuyển quyền sở hữu" },
  gate: "user",
  fields: { projectId: number, username: word },
  usage: "transfer <token> <project_id> <username>",
  run({ projectId, username }, { session }, { store }) {
    return store.write("transferProject", { projectId, actorId: session.user.id, username })
      .map(({ project, changed }) => ({
        reply: { project },
        events: changed ? [projectChanged("transferred", project, session.user.username)] : [],
      }));
  },
});
