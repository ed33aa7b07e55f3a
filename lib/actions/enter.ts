import { PAGE_BYTES, PAGE_MESSAGES } from "../model/limits.ts";
import type { MessagePage } from "../model/message.ts";
import type { Store } from "../store/store.ts";
import { defineAction } from "./action.ts";
import { optionalNumber } from "./field.ts";
import { listMembers } from "./members.ts";

/** docs/PROTOCOL.md, "Actions: rooms": between the messages and the events none is missing, doubled or out of order. */
export default defineAction({
  name: "enter",
  audit: { name: "vào phòng" },
  gate: "member",
  fields: { afterId: optionalNumber },
  usage: "enter <token> <project_id> [after_id]",
  async run({ afterId }, { session, project, role, peer }, { store, rooms }) {
    // Events wait from before the page is read until its response is queued.
    rooms.hold(peer, project.id);
    try {
      const members = await store.listMembers(project.id);
      // Before the page: a message stored between the two reads must not count as seen.
      const newestId = await store.lastMessageId(project.id);
      const { messages, more } = await readPage(store, project.id, afterId);
      const last_id = messages.at(-1)?.id ?? newestId;
      const behind = afterId !== null && more;
      const events = rooms.admit(peer, project.id, session, last_id, behind);
      return {
        reply: {
          project,
          role,
          members: listMembers(members, project.id, rooms),
          messages,
          more,
          last_id,
        },
        events,
        afterReply: () => rooms.release(peer, project.id),
      };
    } catch (error) {
      rooms.withdraw(peer, project.id);
      throw error;
    }
  },
});

function readPage(store: Store, projectId: number, afterId: number | null): Promise<MessagePage> {
  const size = { limit: PAGE_MESSAGES, bytes: PAGE_BYTES };
  return afterId === null
    ? store.messagesBefore(projectId, null, size)
    : store.messagesAfter(projectId, afterId, size);
}
