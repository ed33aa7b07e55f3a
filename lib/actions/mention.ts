import type { Message } from "../model/message.ts";
import type { AddressedEvent } from "../rooms/addressed_event.ts";
import type { Person } from "../store/writes.ts";

const NONE: AddressedEvent[] = [];

/** What the watchers of those are told who are mentioned (docs/PROTOCOL.md, "Events"). */
export function mentionEvents(message: Message, mentioned: readonly Person[]): AddressedEvent[] {
  if (mentioned.length === 0) return NONE;
  return [{
    type: "mention",
    data: message,
    by: message.user,
    to: { watchersOf: mentioned.map(({ id }) => id) },
  }];
}
