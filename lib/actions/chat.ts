import { messageText } from "../model/message.ts";
import { defineAction } from "./action.ts";
import { text } from "./field.ts";
import { mentionEvents } from "./mention.ts";

/** docs/PROTOCOL.md, "The given six". */
export default defineAction({
  name: "chat",
  audit: { name: "trò chuyện" },
  gate: "member",
  fields: { message: text },
  usage: "chat <token> <project_id> <message>",
  overlaps: true,
  run({ message: written }, { session, project, tag, peer }, { store, rooms, limits, now }) {
    const projectId = project.id;
    const userId = session.user.id;
    return store.addMessage({
      projectId,
      userId,
      text: messageText(written, limits),
      at: now(),
      tag,
    }).map(({ message, duplicate, ordinal, mentioned }) =>
      duplicate ? { reply: { message, duplicate } } : {
        reply: { message },
        events: [
          {
            type: "chat",
            data: message,
            by: message.user,
            to: { projectId, except: peer },
            messageId: message.id,
          },
          ...rooms.messageStored(message, userId, ordinal),
          ...mentionEvents(message, mentioned),
        ],
      }
    );
  },
});
