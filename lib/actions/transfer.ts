import { defineAction } from "./action.ts";
import { number, word } from "./field.ts";

/** docs/PROTOCOL.md, "Actions: rooms": the owner before stays a member. */
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
        events: !changed ? [] : [{
          type: "project",
          data: { change: "transferred", project },
          by: session.user.username,
          to: { projectId, watchers: true },
        }],
      }));
  },
});
