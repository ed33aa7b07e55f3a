import { defineAction } from "./action.ts";
import { names, number } from "./field.ts";

/** Adds members to a project, all or none; owner only (docs/PROTOCOL.md, "The given six"). */
export default defineAction({
  name: "add_group",
  audit: { name: "thêm thành viên" },
  gate: "user",
  fields: { projectId: number, usernames: names },
  usage: "add_group <token> <project_id> [<username1>, <username2>]",
  run({ projectId, usernames }, { session }, { store, rooms, clock }) {
    const by = session.user.username;
    return store.write("addMembers", {
      projectId,
      actorId: session.user.id,
      usernames,
      at: clock.wall(),
    })
      .map(({ project, added: members, already }) => {
        for (const member of members) rooms.watchers.place(projectId, member.id, member);
        const added = members.map(({ username }) => username);
        return {
          reply: { project_id: projectId, added, already },
          events: added.length === 0 ? [] : [
            {
              type: "members",
              data: { project_id: projectId, added, removed: [], by },
              by,
              to: { projectId },
            },
            {
              type: "project",
              data: { change: "added", project },
              by,
              to: { watchersOf: members.map(({ id }) => id) },
            },
          ],
        };
      });
  },
});
