import { messageText } from "../model/message.ts";
import { accessAs } from "./access.ts";
import { defineAction } from "./action.ts";
import { number, text } from "./field.ts";

/**
 * docs/PROTOCOL.md, "The given six". The store's transaction checks the membership, and must: to read it before as
 * well, as gates do, would cost a tenth to a third of all that a server does for a message.
 */
export default defineAction({
  name: "chat",
  audit: { name: "trò chuyện" },
  gate: "user",
  fields: { projectId: number, message: text },
  usage: "chat <token> <project_id> <message>",
  overlaps: true,
  run({ projectId, message: written }, { session, tag, peer }, { store, limits, now }) {
    const userId = session.user.id;
    let text: string;
    try {
      text = messageText(written, limits);
    } catch (error) {
      // Who may not write here hears that first.
      return accessAs("member", store, projectId, userId).then(() => Promise.reject(error));
    }
    const added = { projectId, userId, text, at: now(), tag, connection: peer.id };
    return store.addMessage(added).map((
      { message, duplicate, ordinal, mentioned },
    ) =>
      duplicate ? { reply: { message, duplicate } } : {
        reply: { message },
        change: {
          kind: "message_added",
          projectId,
          message,
          by: message.user,
          authorId: userId,
          ordinal,
          mentioned,
          connection: peer.id,
        },
      }
    );
  },
});
