import type { Project } from "../model/project.ts";
import type { AddressedEvent } from "../rooms/addressed_event.ts";
import type { Commit } from "../store/commit.ts";
import type { Services, UserCall } from "./action.ts";
import { projectChanged } from "./project_events.ts";

/** Archives a project or restores it. What it is already is told to nobody. */
export function setArchived(
  projectId: number,
  archived: boolean,
  { session: { user } }: UserCall,
  { store, clock }: Services,
): Commit<{ reply: { project: Project }; events: AddressedEvent[] }> {
  const archiving = { projectId, actorId: user.id, archived, at: clock.wall() };
  return store.write("archiveProject", archiving).map(({ project, changed }) => ({
    reply: { project },
    events: changed
      ? [projectChanged(archived ? "archived" : "restored", project, user.username)]
      : [],
  }));
}
