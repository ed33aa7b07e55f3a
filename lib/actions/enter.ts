import { invalidToken } from "../auth/token.ts";
import { ChungError } from "../errors.ts";
import { PAGE_BYTES, PAGE_MESSAGES } from "../model/limits.ts";
import type { Message, MessagePage } from "../model/message.ts";
import { notAMember } from "../model/refusals.ts";
import type { Store } from "../store/store.ts";
import { accessAs } from "./access.ts";
import { defineAction } from "./action.ts";
import { optionalNumber } from "./field.ts";
import { listMembers } from "./members.ts";

const USAGE = "enter <token> <project_id> [after_id] [after_change]";
const SIZE = { limit: PAGE_MESSAGES, bytes: PAGE_BYTES };

/** docs/PROTOCOL.md, "Actions: rooms": between the messages and the events none is missing, doubled or out of order. */
export default defineAction({
  name: "enter",
  audit: { name: "vào phòng" },
  gate: "member",
  fields: { afterId: optionalNumber, afterChange: optionalNumber },
  usage: USAGE,
  async run(
    { afterId, afterChange },
    { session, project: { id }, peer },
    { store, authenticator, rooms },
  ) {
    if (afterId === null && afterChange !== null) {
      throw new ChungError("bad_request", `after_change follows an after_id; usage: ${USAGE}`);
    }
    // Events wait from before the page is read until its response is queued.
    rooms.hold(peer, id);
    try {
      // Again: a member who was removed before `hold` is not barred by it.
      const { project, role } = await accessAs("member", store, id, session.user.id);
      const members = await store.listMembers(id);
      // Before the page: a message stored between the two reads must not count as seen.
      const newestId = await store.lastMessageId(id);
      const page = await readPage(store, id, afterId, afterChange);
      const last_id = page.messages.at(-1)?.id ?? newestId;
      return () => {
        // Logged out since the gate: nobody would end this stay.
        const known = authenticator.knows(session);
        const behind = afterId !== null && page.more;
        const events = known ? rooms.admit(peer, id, session, last_id, behind) : null;
        if (events === null) {
          rooms.withdraw(peer, id);
          throw known ? notAMember(id) : invalidToken();
        }
        return {
          reply: {
            project,
            role,
            members: listMembers(members, id, rooms),
            messages: page.messages,
            ...page.changed !== null && { changed: page.changed },
            more: page.more || page.moreChanged,
            last_id,
            last_change: page.lastChange,
          },
          events,
          afterReply: () => rooms.release(peer, id),
        };
      };
    } catch (error) {
      rooms.withdraw(peer, id);
      throw error;
    }
  },
});

interface RoomPage extends MessagePage {
  /** Null where nobody asked for them. */
  changed: Message[] | null;
  moreChanged: boolean;
  lastChange: number;
}

/** The changes are read first: one made between the two reads must not count as seen. */
async function readPage(
  store: Store,
  projectId: number,
  afterId: number | null,
  afterChange: number | null,
): Promise<RoomPage> {
  const changes = afterId !== null && afterChange !== null
    ? await store.changesAfter(projectId, afterChange, afterId, SIZE)
    : { messages: null, more: false, lastChange: await store.lastChange(projectId) };
  const page = afterId === null
    ? await store.messagesBefore(projectId, null, SIZE)
    : await store.messagesAfter(projectId, afterId, SIZE);
  return {
    ...page,
    changed: changes.messages,
    moreChanged: changes.more,
    lastChange: changes.lastChange,
  };
}
