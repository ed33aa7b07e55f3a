import type { Outcome } from "./outcome.ts";
import type { Commit } from "../store/commit.ts";
import type { Services, UserCall } from "./action.ts";
import { lineAdded, projectChanged } from "./project_events.ts";

/** Archives a project or restores it. What it is already is told to nobody. */
export function setArchived(
  projectId: number,
  archived: boolean,
  { session: { user } }: UserCall,
  { store, clock }: Services,
): Commit<Outcome<"archive_project"> & Outcome<"restore_project">> {
  const archiving = { projectId, actorId: user.id, archived, at: clock.wall() };
  return store.write("archiveProject", archiving).map(({ project, line }) => ({
    reply: { project },
    change: lineAdded(line),
    events: line === null
      ? []
      : [projectChanged(archived ? "archived" : "restored", project, user.username)],
  }));
}
