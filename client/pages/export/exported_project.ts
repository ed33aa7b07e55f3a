import { ChungError } from "../../../lib/errors.ts";
import type { Member, Project } from "../../../lib/model/project.ts";
import type { PersonSession } from "../../session/person_session.ts";

/** A project as an export has it, and who is in it. */
export interface ExportedProject {
  project: Project;
  members: Pick<Member, "username" | "role">[];
}

/** @throws {ChungError} `project_not_found`, `not_a_member` */
export async function exportedProject(
  session: PersonSession,
  projectId: number,
): Promise<ExportedProject> {
  const [summary, members] = await Promise.all([
    session.project(projectId),
    session.members(projectId),
  ]);
  if (summary === null) {
    throw new ChungError("not_a_member", "you are not a member of this project");
  }
  const { id, name, owner, created_at, archived } = summary;
  return {
    project: { id, name, owner, created_at, ...archived && { archived } },
    members: members.map(({ username, role }) => ({ username, role })),
  };
}
