import { messageText } from "../model/message.ts";
import { defineAction } from "./action.ts";
import { text } from "./field.ts";

/** docs/PROTOCOL.md, "The given six". */
export default defineAction({
  name: "chat",
  audit: { name: "trò chuyện" },
  gate: "member",
  fields: { message: text },
  usage: "chat <token> <project_id> <message>",
  overlaps: true,
  run({ message: written }, { session, project, tag, peer }, { store, limits, now }) {
    const projectId = project.id;
    return store.addMessage({
      projectId,
      userId: session.user.id,
      text: messageText(written, limits),
      at: now(),
      tag,
    }).map(({ message, duplicate }) =>
      duplicate ? { reply: { message, duplicate } } : {
        reply: { message },
        events: [{
          type: "chat",
          data: message,
          by: message.user,
          to: { projectId, except: peer },
          messageId: message.id,
        }],
      }
    );
  },
});
