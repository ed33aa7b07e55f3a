import { defineAction } from "./action.ts";
import { names } from "./field.ts";

/** docs/PROTOCOL.md, "The given six": all or nothing, by the owner alone. */
export default defineAction({
  name: "add_group",
  audit: { name: "thêm thành viên" },
  gate: "owner",
  fields: { usernames: names },
  usage: "add_group <token> <project_id> [<username1>, <username2>]",
  run({ usernames }, { session, project }, { store, now }) {
    const by = session.user.username;
    return store.addMembers({
      projectId: project.id,
      actorId: session.user.id,
      usernames,
      at: now(),
    }).map(({ added, already }) => ({
      reply: { project_id: project.id, added, already },
      events: added.length === 0 ? [] : [{
        type: "members",
        data: { project_id: project.id, added, removed: [], by },
        by,
        to: { projectId: project.id },
      }],
    }));
  },
});
