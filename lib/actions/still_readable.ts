import type { Session } from "../model/session.ts";
import { accessAs } from "./access.ts";
import type { Services } from "./action.ts";

/*
 * Checks made again once something has been read: while its JSON is made in slices, the user may have been removed or
 * logged out.
 */

/** @throws {ChungError} the session's end, or that the user may not read the project any more */
export async function assertStillReadable(
  projectId: number,
  session: Session,
  { store, authenticator }: Pick<Services, "store" | "authenticator">,
): Promise<void> {
  await accessAs("member", store, projectId, session.user.id);
  const ended = authenticator.endOf(session);
  if (ended !== null) throw ended;
}

/** Leaves out what is of projects that the user was removed from; the same list if there is none. */
export async function stillReadable<T extends { project_id: number }>(
  items: T[],
  { user }: Session,
  { store }: Pick<Services, "store">,
): Promise<T[]> {
  const gone = new Set<number>();
  for (const id of new Set(items.map(({ project_id }) => project_id))) {
    const access = await store.findAccess(id, user.id);
    if (access === null || access.role === null) gone.add(id);
  }
  return gone.size === 0 ? items : items.filter(({ project_id }) => !gone.has(project_id));
}
