import { messageText } from "../model/message.ts";
import { defineAction } from "./action.ts";
import { checkedByStore } from "./checked_by_store.ts";
import { number, text } from "./field.ts";

/**
 * docs/PROTOCOL.md, "The given six". To read the membership before the write as well would cost a tenth to a third of
 * all that a server does for a message.
 */
export default defineAction({
  name: "chat",
  audit: { name: "trò chuyện" },
  gate: "user",
  fields: { projectId: number, message: text },
  usage: "chat <token> <project_id> <message>",
  overlaps: true,
  run: checkedByStore("member", ({ projectId, message }, { session, tag, peer }, services) => {
    const { store, rooms, limits, now } = services;
    const userId = session.user.id;
    const text = messageText(message, limits);
    const added = { projectId, userId, text, at: now(), tag };
    return store.write("addMessage", added, { lane: peer.id }).map((
      { message, duplicate, ordinal, mentioned },
    ) => {
      if (duplicate) return { reply: { message, duplicate } };
      const fact = { message, authorId: userId, ordinal, mentioned, connectionId: peer.id };
      return { reply: { message }, events: rooms.tell({ kind: "message", ...fact }) };
    });
  }),
});
