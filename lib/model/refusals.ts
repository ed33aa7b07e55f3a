import { ChungError } from "../errors.ts";

export function projectNotFound(projectId: number): ChungError {
  return new ChungError(
    "project_not_found",
    `there is no project ${projectId}: projects <token> lists yours`,
  );
}

/** Names the project by its id alone: its name and owner are not for strangers. */
export function notAMember(projectId: number): ChungError {
  return new ChungError(
    "not_a_member",
    `you are not a member of project ${projectId}: ask its owner to add you`,
  );
}
