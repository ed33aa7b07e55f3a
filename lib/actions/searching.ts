import { ChungError } from "../errors.ts";
import { PAGE_BYTES, SEARCH_RESULTS } from "../model/limits.ts";
import { isFiltering, parseSearch } from "../model/search_filters.ts";
import type { FoundMessages } from "../protocol/replies.ts";
import type { Services, UserCall } from "./action.ts";
import { encodePage } from "./encode_page.ts";
import { stillReadable } from "./still_readable.ts";

/**
 * Searches one project, or if `projectId` is null all of the user's.
 * @throws ChungError `bad_request`, `rate_limited`, `invalid_token`, `token_expired`
 */
export async function findMessages(
  projectId: number | null,
  query: string,
  usage: string,
  { peer, session }: UserCall,
  services: Services,
): Promise<FoundMessages> {
  const { store, authenticator } = services;
  const { text, filters } = parseSearch(query);
  if (text === "" && !isFiltering(filters)) {
    throw new ChungError("bad_request", `there is nothing to search for; usage: ${usage}`);
  }
  const size = { limit: SEARCH_RESULTS, bytes: PAGE_BYTES };
  const by = { account: session.user.id, wanted: () => !peer.closed };
  const found = await store.search(projectId, text, size, by, filters);
  const paused = await encodePage(found.messages, session, services);
  const messages = paused && projectId === null
    ? await stillReadable(found.messages, session, services)
    : found.messages;
  // Checked again: the search may have queued behind others while the user was logged out.
  const ended = authenticator.endOf(session);
  if (ended !== null) throw ended;
  return found.partial ? { messages, partial: true } : { messages };
}
