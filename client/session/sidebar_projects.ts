import { ChungError } from "../../lib/errors.ts";
import type { PersonSession } from "./person_session.ts";
import type { ProjectPage } from "./project_pages.ts";
import { ServerUnreachable } from "../upstream/server_unreachable.ts";

/** The part of a page's state that the sidebar needs; an error page may have none yet. */
interface Person {
  session?: PersonSession | null;
  /** The first projects, where the route has read them. */
  projects?: ProjectPage;
}

/** The pages that are the same whoever is logged in. */
const WITHOUT_SIDEBAR = ["/login", "/register", "/server"];

/**
 * Returns the projects for a page's sidebar, as its route has read them or else from the server; null for a page
 * without a sidebar.
 */
export async function sidebarProjects(
  { session, projects }: Person,
  { pathname }: URL,
): Promise<ProjectPage | null> {
  if (!session || WITHOUT_SIDEBAR.includes(pathname)) return null;
  if (projects !== undefined) return projects;
  try {
    return await session.projects();
  } catch (error) {
    // The page itself tells why, where it needs the server too.
    if (error instanceof ChungError || error instanceof ServerUnreachable) return null;
    throw error;
  }
}
