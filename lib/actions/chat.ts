import { messageText } from "../model/message.ts";
import { defineAction } from "./action.ts";
import { checkedByStore } from "./checked_by_store.ts";
import { number, text } from "./field.ts";

/**
 * Posts a message (docs/PROTOCOL.md, "The given six"). Membership is checked by the write alone: reading it beforehand
 * as well would take a tenth to a third of the server's total work per message.
 */
export default defineAction({
  name: "chat",
  audit: { name: "trò chuyện" },
  gate: "user",
  fields: { projectId: number, message: text },
  usage: "chat <token> <project_id> <message>",
  overlaps: true,
  run: checkedByStore("member", ({ projectId, message }, { session, tag, peer }, services) => {
    const { store, limits, clock } = services;
    const userId = session.user.id;
    const text = messageText(message, limits);
    const added = { projectId, userId, text, at: clock.wall(), tag };
    return store.write("addMessage", added, { lane: peer.id }).map((
      { message, duplicate, ordinal, mentioned },
    ) => {
      if (duplicate) return { reply: { message, duplicate } };
      const author = { by: message.user, authorId: userId };
      const change = { projectId, message, ordinal, mentioned, ...author };
      return { reply: { message }, change: { kind: "message_added", ...change } };
    });
  }),
});
