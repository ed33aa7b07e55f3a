import type { PaletteData } from "../../components/palette/palette_data.ts";
import { problemOf } from "../../http/problem.ts";
import type { State } from "../../http/route_state.ts";
import { paletteTexts } from "../../i18n/palette_texts.ts";
import type { PersonSession } from "../../session/person_session.ts";
import { personBadge, projectBadge } from "../../shared/person_badge.ts";
import type { ProjectSummary } from "../../../lib/model/project.ts";

/** Pages of projects that are read at most: who has more finds the rest by searching. */
const MOST_PAGES = 10;

/** Reads what the palette offers on a page of project `here`; without the server, that is what needs none. */
export async function paletteData(
  session: PersonSession,
  { language, theme }: State,
  here: number | null,
): Promise<PaletteData> {
  const data: PaletteData = {
    projects: [],
    here: null,
    members: [],
    admin: session.user.role === "admin",
    theme,
    problem: null,
    texts: paletteTexts(language),
  };
  try {
    const projects = await projectsOf(session);
    data.projects = projects.map(({ id, name, archived }) => ({
      id,
      name,
      badge: projectBadge({ id, name }),
      archived: archived === true,
    }));
    const project = projects.find(({ id }) => id === here);
    if (project === undefined) return data;
    const { id, name, owner, archived } = project;
    const me = session.user.username;
    data.here = { id, name, manages: owner === me && archived !== true };
    const members = await session.members(id);
    data.members = members.filter(({ username }) => username !== me)
      .map(({ username }) => ({ name: username, badge: personBadge(username) }));
  } catch (error) {
    data.problem = problemOf(error, language).text;
  }
  return data;
}

async function projectsOf(session: PersonSession): Promise<ProjectSummary[]> {
  let page = await session.projects();
  const projects = [...page.projects];
  for (let pages = 1; page.more && pages < MOST_PAGES; pages++) {
    page = await session.projects(projects.at(-1)!.id);
    projects.push(...page.projects);
  }
  return projects;
}
