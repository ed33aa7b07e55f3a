import type { Message } from "../model/message.ts";
import type { Broadcast } from "../rooms/broadcast.ts";
import type { Person } from "../store/store.ts";

const NONE: Broadcast[] = [];

/** What the watchers of those are told who are mentioned (docs/PROTOCOL.md, "Events"). */
export function mentionEvents(message: Message, mentioned: readonly Person[]): Broadcast[] {
  if (mentioned.length === 0) return NONE;
  return [{
    type: "mention",
    data: message,
    by: message.user,
    to: { watchersOf: mentioned.map(({ id }) => id) },
  }];
}
