import type { AddressedEvent } from "../rooms/addressed_event.ts";
import type { Services } from "./action.ts";

/**
 * Makes the tokens of sessions useless at once, on every connection; to be called once the store has ended them.
 * @returns the events that announce it
 */
export function endSessions(
  ids: readonly string[],
  { authenticator, rooms }: Pick<Services, "authenticator" | "rooms">,
): AddressedEvent[] {
  if (ids.length === 0) return [];
  for (const id of ids) authenticator.end(id);
  const ended = new Set(ids);
  return rooms.endSessions(({ id }) => ended.has(id));
}
