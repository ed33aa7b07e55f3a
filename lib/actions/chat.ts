import { messageText } from "../model/message.ts";
import { accessAs } from "./access.ts";
import { defineAction } from "./action.ts";
import { number, text } from "./field.ts";
import { mentionEvents } from "./mention.ts";

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
  run({ projectId, message: written }, { session, tag, peer }, { store, rooms, limits, now }) {
    const userId = session.user.id;
    let text: string;
    try {
      text = messageText(written, limits);
    } catch (error) {
      // Who may not write here hears that first.
      return accessAs("member", store, projectId, userId).then(() => Promise.reject(error));
    }
    const added = { projectId, userId, text, at: now(), tag };
    return store.write("addMessage", added, { lane: peer.id }).map((
      { message, duplicate, ordinal, mentioned },
    ) =>
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
