import { ChungError } from "../errors.ts";
import { PAGE_BYTES, SEARCH_RESULTS } from "../model/limits.ts";
import { isFiltering, parseSearch } from "../model/search_filters.ts";
import type { FoundMessages } from "../protocol/replies.ts";
import type { Services, UserCall } from "./action.ts";

/**
 * Searches one project, or if `projectId` is null all of the user's.
 * @throws ChungError `bad_request`, `rate_limited`, `invalid_token`, `token_expired`
 */
export async function findMessages(
  projectId: number | null,
  query: string,
  usage: string,
  { peer, session }: UserCall,
  { store, authenticator }: Services,
): Promise<FoundMessages> {
  const { text, filters } = parseSearch(query);
  if (text === "" && !isFiltering(filters)) {
    throw new ChungError("bad_request", `there is nothing to search for; usage: ${usage}`);
  }
  const size = { limit: SEARCH_RESULTS, bytes: PAGE_BYTES };
  const by = { account: session.user.id, wanted: () => !peer.closed };
  const { messages, partial } = await store.search(projectId, text, size, by, filters);
  // Checked again: the search may have queued behind others while the user was logged out.
  const ended = authenticator.endOf(session);
  if (ended !== null) throw ended;
  return partial ? { messages, partial } : { messages };
}
