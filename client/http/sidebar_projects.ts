import { ChungError } from "../../lib/errors.ts";
import type { ProjectPage } from "../session/project_pages.ts";
import { ServerUnreachable } from "../upstream/server_unreachable.ts";
import type { State } from "./route_state.ts";

/** The pages that are the same whoever is logged in. */
const WITHOUT_SIDEBAR = ["/login", "/register", "/server"];

/**
 * Returns the projects for a page's sidebar, as its route has read them or else from the server; null for a page
 * without a sidebar.
 */
export async function sidebarProjects(
  state: State,
  { pathname }: URL,
): Promise<ProjectPage | null> {
  // An error page may be rendered before the middleware has set the state.
  if (!state.session || WITHOUT_SIDEBAR.includes(pathname)) return null;
  if (state.projects !== undefined) return state.projects;
  try {
    return await state.session.projects();
  } catch (error) {
    // The page itself tells why, where it needs the server too.
    if (error instanceof ChungError || error instanceof ServerUnreachable) return null;
    throw error;
  }
}
