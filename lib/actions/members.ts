import type { Member } from "../model/project.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { defineAction } from "./action.ts";

/** Lists the members of a project (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "members",
  audit: { name: "xem thành viên" },
  gate: "member",
  fields: {},
  usage: "members <token> <project_id>",
  bulky: true,
  async run(_fields, { project }, { store, rooms }) {
    return {
      reply: { members: listMembers(await store.listMembers(project.id), project.id, rooms) },
    };
  },
});

/** Adds to each member whether they are in the room now. */
export function listMembers(
  members: Omit<Member, "online">[],
  projectId: number,
  rooms: Rooms,
): Member[] {
  return members.map(({ username, name, role }) => ({
    username,
    ...name !== undefined && { name },
    role,
    online: rooms.isOnline(projectId, username),
  }));
}
