import { messageText } from "../model/message.ts";
import { defineAction } from "./action.ts";
import { number, text } from "./field.ts";

/** docs/PROTOCOL.md, "Actions: rooms": by the author. The store checks whose message it is, and the membership. */
export default defineAction({
  name: "edit",
  audit: { name: "sửa tin nhắn" },
  gate: "user",
  fields: { messageId: number, message: text },
  usage: "edit <token> <message_id> <message>",
  run({ messageId, message: written }, { session: { user } }, { store, rooms, limits, now }) {
    return store.write("editMessage", {
      messageId,
      userId: user.id,
      text: messageText(written, limits),
      at: now(),
    }).map(({ message, mentioned }) => ({
      reply: { message },
      events: rooms.tell({ kind: "edit", message, mentioned }),
    }));
  },
});
