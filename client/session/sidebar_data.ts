import { ChungError } from "../../lib/errors.ts";
import { ServerUnreachable } from "../upstream/server_unreachable.ts";
import type { TaskCount } from "../shared/tasks/task_count.ts";
import type { PersonSession } from "./person_session.ts";
import type { ProjectPage } from "./project_pages.ts";

/** The part of a page's state that the sidebar needs; an error page may have none yet. */
interface Person {
  session?: PersonSession | null;
  /** The first projects, where the route has read them. */
  projects?: ProjectPage;
  /** The count of the person's tasks, where the route has read it. */
  tasks?: TaskCount;
}

/** The person's first projects, and the count of their tasks; null if the server tells none. */
interface SidebarData extends ProjectPage {
  tasks: TaskCount | null;
}

/** The pages that are the same whoever is logged in. */
const WITHOUT_SIDEBAR = ["/login", "/register", "/join", "/server"];

/** Returns what a page's sidebar shows, as its route has read it or else from the server; null for a page without one. */
export async function sidebarData(
  { session, projects, tasks }: Person,
  { pathname }: URL,
): Promise<SidebarData | null> {
  if (!session || WITHOUT_SIDEBAR.includes(pathname)) return null;
  // Asked at once, because one connection answers both in one round trip.
  const [page, count] = await Promise.all([
    projects ?? session.projects().catch(noneIfRefused),
    tasks ?? session.taskCount().catch(noneIfRefused),
  ]);
  return page && { ...page, tasks: count };
}

/** The page itself tells why, where it needs the server too. */
function noneIfRefused(error: unknown): null {
  if (error instanceof ChungError || error instanceof ServerUnreachable) return null;
  throw error;
}
