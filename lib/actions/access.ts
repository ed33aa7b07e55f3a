import { ChungError } from "../errors.ts";
import { notAMember, projectNotFound } from "../model/refusals.ts";
import type { MemberRole, Project } from "../model/project.ts";
import type { Store } from "../store/store.ts";

/**
 * Looks up a project and the user's role in it.
 * @param least the role that the user needs
 * @throws ChungError `project_not_found`, `not_owner`, `not_a_member`
 */
export async function accessAs(
  least: MemberRole,
  store: Store,
  projectId: number,
  userId: number,
): Promise<{ project: Project; role: MemberRole }> {
  const access = await store.findAccess(projectId, userId);
  if (access === null) {
    throw projectNotFound(projectId);
  }
  const { project, role } = access;
  if (least === "owner" && role !== "owner") {
    throw new ChungError("not_owner", "only the project's owner may do this: ask them");
  }
  if (role === null) throw notAMember(projectId);
  return { project, role };
}
