import { defineAction } from "./action.ts";
import { number } from "./field.ts";

/** docs/PROTOCOL.md, "Actions: rooms": by the author or the project's owner, which the store checks. */
export default defineAction({
  name: "delete",
  audit: { name: "xóa tin nhắn" },
  gate: "user",
  fields: { messageId: number },
  usage: "delete <token> <message_id>",
  run({ messageId }, { session: { user } }, { store, rooms, now }) {
    return store.write("deleteMessage", { messageId, userId: user.id, at: now() })
      .map(({ message, authorId }) => ({
        reply: { message },
        events: rooms.tell({ kind: "delete", message, authorId, by: user.username }),
      }));
  },
});
