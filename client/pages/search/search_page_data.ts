import type { Message } from "../../../lib/model/message.ts";
import type { ProjectSummary } from "../../../lib/model/project.ts";
import type { FoundMessages } from "../../../lib/protocol/replies.ts";
import type { FoundMessage } from "../../components/search/search_result.tsx";
import { readTypedSearch, type TypedSearch } from "../../components/search/typed_search.ts";
import { formProblem, type Problem, problemOf } from "../../http/problem.ts";
import type { State } from "../../http/route_state.ts";
import { errorText } from "../../i18n/error_text.ts";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import type { PersonSession } from "../../session/person_session.ts";
import type { ProjectPage } from "../../session/project_pages.ts";
import { isolated } from "../../shared/isolated_text.ts";
import { messageId, pageNumber } from "../../shared/paths.ts";
import { searchQuery } from "../../shared/search_query.ts";

/** Results shown at a time: each asks for the lines around it. */
export const RESULTS_SHOWN = 20;

/** Data of a search page. */
export interface SearchPageData {
  /** The project that is searched; null for all of the person's. */
  project: { id: number; name: string } | null;
  query: string;
  typed: TypedSearch;
  /** Null when nothing was asked for or the search failed. */
  results: ResultsPage | null;
  /** Whether there is no project to search. */
  nowhere: boolean;
  problem: Problem | null;
}

/** A page of the results, best first. */
export interface ResultsPage {
  /** The number of all results. */
  count: number;
  /** Whether the search took too long, so that there may be other messages. */
  partial: boolean;
  /** The number of this page, from 1 on, and of its first result, from 0 on. */
  page: number;
  first: number;
  shown: FoundMessage[];
}

/** Loads a page of a search, of one project or if `id` is null of all. */
export async function searchPageData(
  session: PersonSession,
  id: number | null,
  parameters: URLSearchParams,
  state: State,
  now: Date,
): Promise<SearchPageData> {
  const query = searchQuery(parameters);
  const typed = readTypedSearch(query, now);
  const data: SearchPageData = {
    project: id === null ? null : { id, name: "" },
    query,
    typed,
    results: null,
    nowhere: false,
    problem: unreadableDay(typed, state.language),
  };
  try {
    data.results = id === null
      ? await searchAll(session, data, parameters, state)
      : await searchOne(session, id, data, parameters, state.language);
  } catch (error) {
    data.problem = problemOf(error, state.language);
  }
  return data;
}

function unreadableDay({ filters }: TypedSearch, language: Language): Problem | null {
  const unreadable = filters.find(({ kind, at }) => kind !== "from" && at === null);
  if (unreadable === undefined) return null;
  const word = t(
    language,
    unreadable.kind === "after" ? "search_word_after" : "search_word_before",
  );
  const value = isolated(unreadable.value);
  return formProblem("bad_request", t(language, "search_day_unreadable", { value, word }));
}

async function searchOne(
  session: PersonSession,
  id: number,
  data: SearchPageData,
  parameters: URLSearchParams,
  language: Language,
): Promise<ResultsPage | null> {
  const { request } = data.typed;
  const [project, found] = await Promise.all([
    session.project(id),
    request ? session.search(id, request) : null,
  ]);
  if (project === null) {
    data.problem = {
      code: "not_a_member",
      text: errorText(language, "not_a_member"),
      status: 403,
    };
    return null;
  }
  data.project = { id, name: project.name };
  if (found === null) return null;
  const { messages, ...page } = pageOf(found, parameters);
  return { ...page, shown: await withLinesAround(session, messages, language) };
}

async function searchAll(
  session: PersonSession,
  data: SearchPageData,
  parameters: URLSearchParams,
  state: State,
): Promise<ResultsPage | null> {
  const { request } = data.typed;
  const [projects, found] = await Promise.all([
    session.projects(),
    request ? session.searchAll(request) : null,
  ]);
  state.projects = projects;
  data.nowhere = projects.projects.length === 0;
  if (found === null) return null;
  const { messages, ...page } = pageOf(found, parameters);
  const [shown, named] = await Promise.all([
    withLinesAround(session, messages, state.language),
    projectsOf(session, messages, projects),
  ]);
  return {
    ...page,
    shown: shown.flatMap((found) => {
      const project = named.get(found.message.project_id);
      // Left, or removed from, since the search.
      return project === undefined ? [] : [{ ...found, project }];
    }),
  };
}

/** The page with the message `?at=`, or else the page `?page=`. */
function pageOf(
  { messages, partial = false }: FoundMessages,
  parameters: URLSearchParams,
): Omit<ResultsPage, "shown"> & { messages: Message[] } {
  const { length: count } = messages;
  const at = messageId(parameters.get("at") ?? "");
  const place = messages.findIndex(({ id }) => id === at);
  const pages = Math.max(Math.ceil(count / RESULTS_SHOWN), 1);
  const page = place >= 0
    ? Math.floor(place / RESULTS_SHOWN) + 1
    : Math.min(pageNumber(parameters.get("page") ?? "") ?? 1, pages);
  const first = (page - 1) * RESULTS_SHOWN;
  return { count, partial, page, first, messages: messages.slice(first, first + RESULTS_SHOWN) };
}

/** Reads the lines around each message. One connection answers in order, so all of it costs a single round trip. */
function withLinesAround(
  session: PersonSession,
  messages: readonly Message[],
  language: Language,
): Promise<FoundMessage[]> {
  return Promise.all(messages.map(async (message) => {
    try {
      return { message, ...await session.neighbours(message.project_id, message.id) };
    } catch (error) {
      // The results stand without them, unless the error is one of ours.
      problemOf(error, language);
      return { message };
    }
  }));
}

/** Reads the person's projects, page after page, until those of all messages are among them. */
async function projectsOf(
  session: PersonSession,
  messages: readonly Message[],
  { projects, more }: ProjectPage,
): Promise<Map<number, ProjectSummary>> {
  const known = new Map(projects.map((project) => [project.id, project]));
  let last = projects.at(-1);
  while (more && last !== undefined && messages.some(({ project_id }) => !known.has(project_id))) {
    const page = await session.projects(last.id);
    for (const project of page.projects) known.set(project.id, project);
    last = page.projects.at(-1);
    more = page.more;
  }
  return known;
}
