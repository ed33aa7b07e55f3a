import { defineAction } from "./action.ts";
import { number } from "./field.ts";

/** Moves the user's read mark, never backward nor past the newest message (docs/PROTOCOL.md, "Actions: rooms"). */
export default defineAction({
  name: "read",
  audit: { name: "đánh dấu đã đọc" },
  gate: "user",
  fields: { projectId: number, messageId: number },
  usage: "read <token> <project_id> <message_id>",
  run({ projectId, messageId }, { session: { user } }, { store, rooms }) {
    return store.write("markRead", { projectId, userId: user.id, messageId })
      .map(({ unread, mentions, ...position }) => {
        rooms.watchers.place(projectId, user.id, position);
        return { reply: { unread, mentions } };
      });
  },
});
