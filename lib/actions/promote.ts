import { defineAction } from "./action.ts";
import { number } from "./field.ts";
import { taskOutcome } from "./task_events.ts";

/** Makes a task of a message, once (docs/PROTOCOL.md, "Actions: tasks"). */
export default defineAction({
  name: "promote",
  audit: { name: "tạo công việc từ tin nhắn" },
  gate: "user",
  fields: { messageId: number },
  usage: "promote <token> <message_id>",
  run({ messageId }, { session: { user } }, { store, limits: { maxTitle }, clock }) {
    const promotion = { messageId, userId: user.id, maxTitle, at: clock.wall() };
    return store.write("promoteMessage", promotion).map(taskOutcome);
  },
});
