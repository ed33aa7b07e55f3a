import { ChungError } from "../errors.ts";
import { notAMember } from "../model/refusals.ts";
import { PAGE_BYTES, PAGE_MESSAGES } from "../model/limits.ts";
import type { RoomRequest, RoomView, Store } from "../store/store.ts";
import { accessAs } from "./access.ts";
import { defineAction } from "./action.ts";
import { checkedByStore } from "./checked_by_store.ts";
import { encodePage } from "./encode_page.ts";
import { number, optionalNumber } from "./field.ts";
import { listMembers } from "./members.ts";

const USAGE = "enter <token> <project_id> [after_id] [after_change]";
const SIZE = { limit: PAGE_MESSAGES, bytes: PAGE_BYTES };

/**
 * Enters a room (docs/PROTOCOL.md, "Actions: rooms"). From the reply's messages to the events that follow, no message
 * is missing, repeated or out of order.
 */
export default defineAction({
  name: "enter",
  audit: { name: "vào phòng" },
  gate: "user",
  fields: { projectId: number, afterId: optionalNumber, afterChange: optionalNumber },
  usage: USAGE,
  run: checkedByStore(
    "member",
    (
      { projectId, afterId, afterChange },
      { session, peer },
      { store, authenticator, rooms, turns },
    ) => {
      if (afterId === null && afterChange !== null) {
        throw new ChungError("bad_request", `after_change follows an after_id; usage: ${USAGE}`);
      }
      // Events are held from before the room is read, while it waits for its turn too, until the response is queued; a
      // removal meanwhile bars the user.
      rooms.hold(peer, projectId);
      const request = { projectId, userId: session.user.id, afterId, afterChange, size: SIZE };
      const turn = turns.wait(String(session.user.id));
      const room = turn === undefined
        ? readRoom(store, request)
        : turn.then(() => readRoom(store, request));
      return room.then(async ({ page, changes, ...room }) => {
        await encodePage(page.messages, session, { turns });
        if (changes !== null) await encodePage(changes.messages, session, { turns });
        const lastId = page.messages.at(-1)?.id ?? room.lastId;
        return () => {
          // The session ended after the gate: nothing would take it out of the room again.
          const ended = authenticator.endOf(session);
          const behind = afterId !== null && page.more;
          const events = ended === null
            ? rooms.admit(peer, projectId, session, lastId, behind)
            : null;
          if (events === null) {
            rooms.withdraw(peer, projectId);
            throw ended ?? notAMember(projectId);
          }
          return {
            reply: {
              project: room.project,
              role: room.role,
              members: listMembers(room.members, projectId, rooms),
              messages: page.messages,
              ...changes !== null && { changed: changes.messages },
              more: page.more || (changes?.more ?? false),
              last_id: lastId,
              last_change: changes?.lastChange ?? room.lastChange,
            },
            events,
            afterReply() {
              rooms.release(peer, projectId);
              turns.done();
            },
          };
        };
      }, (error) => {
        rooms.withdraw(peer, projectId);
        throw error;
      });
    },
    { reads: true },
  ),
});

/** @throws ChungError `project_not_found`, `not_a_member` */
async function readRoom(store: Store, request: RoomRequest): Promise<RoomView> {
  const room = await store.readRoom(request);
  if (room !== null) return room;
  await accessAs("member", store, request.projectId, request.userId);
  // The user became a member again after the room was read.
  throw notAMember(request.projectId);
}
