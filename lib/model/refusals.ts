import { ChungError } from "../errors.ts";

/** Refusals that both the actions and the store's writes answer with, each with its one text. */

export function projectNotFound(projectId: number): ChungError {
  return new ChungError(
    "project_not_found",
    `there is no project ${projectId}: projects <token> lists yours`,
  );
}

export function projectArchived(projectId: number): ChungError {
  return new ChungError(
    "project_archived",
    `project ${projectId} is archived, nothing is written in it: its owner can restore it with restore_project`,
  );
}

export function taskNotFound(taskId: number): ChungError {
  return new ChungError("task_not_found", `there is no task ${taskId}: tasks lists a project's`);
}

/** The text doesn't name the owner: who owns a project is nothing for strangers. */
export function notAMember(projectId: number): ChungError {
  return new ChungError(
    "not_a_member",
    `you are not a member of project ${projectId}: ask its owner to add you`,
  );
}
