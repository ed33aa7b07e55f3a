import { HttpError } from "fresh";
import { projectId } from "../shared/paths.ts";

/**
 * The project that a route's path names.
 * @throws HttpError 404 where it names none
 */
export function projectIdIn({ id = "" }: Record<string, string | undefined>): number {
  const project = projectId(id);
  if (project === null) throw new HttpError(404);
  return project;
}
