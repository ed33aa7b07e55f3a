import type { Change, MessageAdded } from "../model/change.ts";
import type { Message } from "../model/message.ts";
import type { AddressedEvent } from "./addressed_event.ts";
import type { Room } from "./room.ts";
import type { Watchers } from "./watchers.ts";

/**
 * Derives the events that announce a change, in order, and updates the watchers' unread counts.
 * @param requester the id of the connection that made the change: its response stands for a `chat` event
 * @param room the project's room, if anyone is in it
 */
export function changeEvents(
  change: Change,
  requester: number,
  room: Room | undefined,
  watchers: Watchers,
): AddressedEvent[] {
  const { message, projectId, by } = change;
  switch (change.kind) {
    case "message_added": {
      const to = { projectId, exceptConnection: requester };
      const events: AddressedEvent[] = [{ type: "chat", data: message, by, to }];
      addUnread(events, change, room, watchers);
      addMention(events, message, by, change.mentioned);
      return events;
    }
    case "activity_added": {
      const events: AddressedEvent[] = [{ type: "chat", data: message, by, to: { projectId } }];
      addMention(events, message, by, change.mentioned ?? []);
      return events;
    }
    case "message_edited": {
      const events: AddressedEvent[] = [{ type: "edit", data: message, by, to: { projectId } }];
      addMention(events, message, by, change.mentioned);
      return events;
    }
    case "message_deleted":
      watchers.messageDeleted(projectId, message.id, change.authorId);
      return [{ type: "delete", data: message, by, to: { projectId } }];
  }
}

/** Adds the `unread` events, for connections that watch the project and are not in its room. */
function addUnread(
  events: AddressedEvent[],
  { projectId, authorId, ordinal, message, by }: MessageAdded,
  room: Room | undefined,
  watchers: Watchers,
): void {
  const connectionsByCount = watchers.messageAdded(
    projectId,
    authorId,
    ordinal,
    (peer, userId) => room?.hasUser(peer, userId) ?? false,
  );
  let first = true;
  for (const [unread, connections] of connectionsByCount) {
    const event: AddressedEvent<"unread"> = {
      type: "unread",
      data: { project_id: projectId, unread, message },
      by,
      to: { connections: [...connections] },
    };
    // The others differ only in the count.
    if (!first) event.recorded = false;
    first = false;
    events.push(event);
  }
}

/** Adds the `mention` event, for the connections on which the mentioned users watch. */
function addMention(
  events: AddressedEvent[],
  message: Message,
  by: string,
  mentioned: readonly { id: number }[],
): void {
  if (mentioned.length === 0) return;
  const to = { watchersOf: mentioned.map(({ id }) => id) };
  events.push({ type: "mention", data: message, by, to });
}
