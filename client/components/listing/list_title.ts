import type { ProjectSummary } from "../../../lib/model/project.ts";
import type { ListTexts } from "../../i18n/list_texts.ts";
import { sayIn, shortCount } from "../project_list.tsx";

/** The page title, with the number of unread messages in all projects if there are any. */
export function listTitle(projects: readonly ProjectSummary[], texts: ListTexts): string {
  const unread = projects.reduce((sum, project) => sum + project.unread, 0);
  const title = `${sayIn(texts)("your_projects")} · Chung`;
  return unread === 0 ? title : `(${shortCount(unread)}) ${title}`;
}
