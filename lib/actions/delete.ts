import { defineAction } from "./action.ts";
import { number } from "./field.ts";

/**
 * Deletes a message (docs/PROTOCOL.md, "Actions: rooms"). The store checks that the user is its author or the project's
 * owner.
 */
export default defineAction({
  name: "delete",
  audit: { name: "xóa tin nhắn" },
  gate: "user",
  fields: { messageId: number },
  usage: "delete <token> <message_id>",
  run({ messageId }, { session: { user } }, { store, clock }) {
    return store.write("deleteMessage", { messageId, userId: user.id, at: clock.wall() })
      .map(({ message, authorId }) => ({
        reply: { message },
        change: {
          kind: "message_deleted",
          projectId: message.project_id,
          message,
          by: user.username,
          authorId,
        },
      }));
  },
});
