import { messageText } from "../model/message.ts";
import { defineAction } from "./action.ts";
import { number, text } from "./field.ts";

/** Edits a message (docs/PROTOCOL.md, "Actions: rooms"). The store checks that the user is its author and a member. */
export default defineAction({
  name: "edit",
  audit: { name: "sửa tin nhắn" },
  gate: "user",
  fields: { messageId: number, message: text },
  usage: "edit <token> <message_id> <message>",
  run({ messageId, message: written }, { session: { user } }, { store, limits, clock }) {
    return store.write("editMessage", {
      messageId,
      userId: user.id,
      text: messageText(written, limits),
      at: clock.wall(),
    }).map(({ message, mentioned }) => ({
      reply: { message },
      change: {
        kind: "message_edited",
        projectId: message.project_id,
        message,
        by: user.username,
        mentioned,
      },
    }));
  },
});
