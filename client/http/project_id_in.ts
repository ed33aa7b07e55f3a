import { HttpError } from "fresh";
import { projectId } from "../shared/paths.ts";

/**
 * Parses the project id of a route's path.
 * @throws {HttpError} 404 if it is not a valid id
 */
export function projectIdIn({ id = "" }: Record<string, string | undefined>): number {
  const project = projectId(id);
  if (project === null) throw new HttpError(404);
  return project;
}
