import { ADMINISTRATION_PAGES } from "../../shared/administration/administration_pages.ts";
import type { PersonBadge } from "../../shared/person_badge.ts";
import type { PageParts } from "./page_parts.ts";
import { bestMatches } from "./matching.ts";
import type { PaletteData } from "./palette_data.ts";

/** The strokes of an entry without a badge; see palette_icon.tsx. */
export type EntryIcon = "page" | "person" | "act" | "search";

/** Something to choose in the palette. */
export interface Entry {
  id: string;
  text: string;
  /** Tells what it is, or what choosing it does. */
  kind: string;
  look: PersonBadge | EntryIcon;
  /** The address that it leads to, or what it does. */
  act: string | (() => void);
}

/** The deeds of entries that the page has no part for. */
export interface Acts {
  post(action: string, name?: string, value?: string): void;
  showKeys(): void;
}

/** Everything to choose from, by kind. */
export interface Entries {
  projects: Entry[];
  members: Entry[];
  pages: Entry[];
  actions: Entry[];
}

/** The most that is listed at once. */
const MOST_LISTED = 50;
/** The projects that are listed while nothing is typed, so that the rest is in reach too. */
const PROJECTS_AT_FIRST = 7;

const fillIn = (text: string, name: string, value: string) =>
  text.replace(`{${name}}`, () => value);

export function paletteEntries(data: PaletteData, page: PageParts, acts: Acts): Entries {
  const { texts } = data;
  const openFirst = [false, true].flatMap((archived) =>
    data.projects.filter((project) => project.archived === archived)
  );
  const projects = openFirst.map(({ id, name, badge, archived }): Entry => ({
    id: `project-${id}`,
    text: name,
    kind: archived ? texts.palette_archived : texts.project,
    look: badge,
    act: `/projects/${id}`,
  }));
  return {
    projects,
    members: members(data, page),
    pages: pages(data),
    actions: actions(data, page, acts),
  };
}

function members({ here, members, texts }: PaletteData, { mention }: PageParts): Entry[] {
  if (here === null) return [];
  return members.map(({ name, badge }) => ({
    id: `person-${name}`,
    text: name,
    kind: mention === null ? texts.palette_person : texts.palette_mention,
    look: badge,
    act: mention === null ? `/projects/${here.id}/people` : () => mention(name),
  }));
}

function actions({ here, theme, texts }: PaletteData, page: PageParts, acts: Acts): Entry[] {
  const { write, newest, panel, addMembers } = page;
  const entries: Entry[] = [];
  const add = (id: string, text: string, act: Entry["act"], look: EntryIcon = "act") =>
    entries.push({ id, text, kind: texts.palette_action, look, act });
  if (write !== null) add("write", texts.palette_write, write);
  if (newest !== null) add("newest", texts.palette_newest, newest);
  if (panel !== null) {
    add("panel", panel.open ? texts.members_close : texts.palette_members_open, panel.toggle);
  }
  if (here?.manages) {
    add("add-members", texts.add_members, addMembers ?? `/projects/${here.id}/people#members`);
  }
  if (here !== null) {
    add("search-here", texts.palette_search_here, `/projects/${here.id}/search`, "search");
  }
  add("new-project", texts.new_project, "/#name");
  add("keys", texts.keys, acts.showKeys);
  for (const each of ["light", "dark", "system"] as const) {
    if (each === theme) continue;
    const text = fillIn(texts.palette_theme, "theme", texts[`theme_${each}`]);
    add(`theme-${each}`, text, () => acts.post("/theme", "theme", each));
  }
  add(
    "language",
    fillIn(texts.palette_language, "language", texts.switch_language),
    () => acts.post("/language", "language", texts.switch_language_to),
  );
  add("log-out", texts.log_out, () => acts.post("/logout"));
  return entries;
}

function pages({ here, admin, texts }: PaletteData): Entry[] {
  const page = (act: string, text: string, look: EntryIcon = "page"): Entry => ({
    id: `page-${act}`,
    text,
    kind: texts.palette_page,
    look,
    act,
  });
  const ofProject = here === null ? [] : [
    page(`/projects/${here.id}/board`, fillIn(texts.board_title, "project", here.name)),
    page(`/projects/${here.id}/people`, fillIn(texts.people_title, "project", here.name), "person"),
    page(`/projects/${here.id}/settings`, texts.project_settings),
    page(`/projects/${here.id}/export`, texts.export_title),
    page(`/projects/${here.id}/import`, texts.import_title),
  ];
  const ofAdmins = Object.entries(ADMINISTRATION_PAGES).map(([path, name]) =>
    page(path, `${texts.administration}: ${texts[name]}`)
  );
  return [
    ...ofProject,
    page("/tasks", texts.my_tasks),
    page("/", texts.all_projects),
    page("/search", texts.palette_search_all, "search"),
    page("/me", texts.settings),
    page("/account", texts.your_account, "person"),
    ...admin ? ofAdmins : [],
  ];
}

/** The entries to list for what is typed: at first the projects with the latest activity, then the best matches. */
export function listedEntries(entries: Entries, typed: string, data: PaletteData): Entry[] {
  const { projects, members, pages, actions } = entries;
  const { here, texts } = data;
  const query = typed.trim();
  if (query === "") {
    // The project in view is where one is already.
    const elsewhere = projects.filter(({ id }) => id !== `project-${here?.id}`);
    return [...elsewhere.slice(0, PROJECTS_AT_FIRST), ...actions, ...pages, ...members]
      .slice(0, MOST_LISTED);
  }
  const search: Entry = {
    id: "search-for",
    text: fillIn(texts.palette_search_for, "query", query),
    kind: "",
    look: "search",
    act: `/search?${new URLSearchParams({ q: query })}`,
  };
  const found = bestMatches([...projects, ...members, ...pages, ...actions], query);
  return [...found.slice(0, MOST_LISTED), search];
}
