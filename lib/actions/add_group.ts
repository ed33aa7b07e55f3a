import { ChungError } from "../errors.ts";
import { defineAction } from "./action.ts";
import { names, number } from "./field.ts";
import { lineAdded, membersAdded } from "./project_events.ts";

const USAGE = "add_group <token> <project_id> [<username1>, <username2>]";

/** Names in one request; each is looked up where everybody's messages are written. */
const MAX_NAMES = 500;

/** Adds members to a project, all or none; owner only (docs/PROTOCOL.md, "The given six"). */
export default defineAction({
  name: "add_group",
  audit: { name: "thêm thành viên" },
  gate: "user",
  fields: { projectId: number, usernames: names },
  usage: USAGE,
  bulky: true,
  run({ projectId, usernames }, { session }, { store, rooms, clock }) {
    const { id: actorId, username: by } = session.user;
    if (usernames.length > MAX_NAMES) {
      throw new ChungError("bad_request", `at most ${MAX_NAMES} names at once; usage: ${USAGE}`);
    }
    const members = { projectId, actorId, usernames, at: clock.wall() };
    // One lane an account, apart from those of connections.
    return store.write("addMembers", members, { lane: -actorId })
      .map(({ project, added: members, already, line }) => {
        for (const member of members) rooms.watchers.place(projectId, member.id, member);
        const added = members.map(({ username }) => username);
        return {
          reply: { project_id: projectId, added, already },
          change: lineAdded(line),
          events: added.length === 0 ? [] : membersAdded(project, members, by),
        };
      });
  },
});
