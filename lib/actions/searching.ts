import { ChungError } from "../errors.ts";
import { PAGE_BYTES, SEARCH_RESULTS } from "../model/limits.ts";
import type { Message } from "../model/message.ts";
import { isFiltering, parseSearch } from "../model/search_filters.ts";
import type { FoundMessages } from "../protocol/replies.ts";
import type { Session } from "../model/session.ts";
import type { Store } from "../store/store.ts";
import type { Services, UserCall } from "./action.ts";
import { encodePage } from "./encode_page.ts";

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
    ? await stillReadable(found.messages, session, store)
    : found.messages;
  // Checked again: the search may have queued behind others while the user was logged out.
  const ended = authenticator.endOf(session);
  if (ended !== null) throw ended;
  return found.partial ? { messages, partial: true } : { messages };
}

/** Leaves out messages of projects that the user was removed from meanwhile; the same list if there are none. */
async function stillReadable(
  messages: Message[],
  { user }: Session,
  store: Store,
): Promise<Message[]> {
  const gone = new Set<number>();
  for (const id of new Set(messages.map(({ project_id }) => project_id))) {
    const access = await store.findAccess(id, user.id);
    if (access === null || access.role === null) gone.add(id);
  }
  return gone.size === 0 ? messages : messages.filter(({ project_id }) => !gone.has(project_id));
}
