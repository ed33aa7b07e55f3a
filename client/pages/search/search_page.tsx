import { Head } from "fresh/runtime";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { isolated } from "../../shared/isolated_text.ts";
import { searchPath, searchPlace } from "../../shared/log/places.ts";
import { isNoProject } from "../../http/problem.ts";
import { FilterChips } from "../../components/search/filter_chips.tsx";
import { SearchForm } from "../../components/search/search_form.tsx";
import { SearchResult } from "../../components/search/search_result.tsx";
import { PageHead } from "../../components/shell/page_head.tsx";
import { ClosedProject } from "../closed_project.tsx";
import { ResultsPager } from "./results_pager.tsx";
import type { SearchPageData } from "./search_page_data.ts";
import { searchSummary } from "./search_summary.ts";
import { WaitingForServer } from "../waiting_for_server.tsx";
import { TodayScript } from "../today_script.tsx";

interface SearchPageProps {
  data: SearchPageData;
  /** `HOST:PORT`. */
  server: string;
  language: Language;
  now: Date;
}

/** The page of a search, of one project or of all: results, each linked to its place in the log. */
export function SearchPage({ data, server, language, now }: SearchPageProps) {
  const { project, query, typed, results, nowhere, problem } = data;
  if (project !== null && problem !== null && isNoProject(problem)) {
    return <ClosedProject projectId={project.id} {...{ problem, server, language }} />;
  }
  const title = titleOf(project, language);
  const head = (
    <Head>
      <title>{query === "" ? title : `${isolated(query)} · ${title}`} · Chung</title>
    </Head>
  );
  if (problem?.code === "unreachable") {
    return (
      <>
        {head}
        <WaitingForServer language={language} server={server} />
      </>
    );
  }
  const back = project === null
    ? { href: "/", label: t(language, "all_projects") }
    : { href: `/projects/${project.id}`, label: t(language, "back_to_project") };
  const place = (query: string) => searchPlace(project?.id ?? null, query);
  const none = results === null || results.count === 0;
  return (
    <div class="search-page">
      {head}
      <TodayScript />
      <PageHead back={back}>{title}</PageHead>
      {nowhere
        ? (
          <div class="search-help">
            <p>{t(language, "search_no_projects")}</p>
            <p>
              <a class="button" href="/#new-project">{t(language, "new_project")}</a>
            </p>
          </div>
        )
        : (
          <>
            <div class="search-help">
              <SearchForm
                action={searchPath(project?.id ?? null)}
                query={query}
                texts={formTexts(project === null, language)}
                autofocus={none}
                help="search-filters"
              />
              <p class="hint" id="search-filters">
                {filtersHelp(language)}
              </p>
            </div>
            {typed.request !== null && typed.filters.length > 0 && (
              <FilterChips filters={typed.filters} place={place} language={language} />
            )}
          </>
        )}
      {problem !== null && <p class="problem" role="alert">{problem.text}</p>}
      {results !== null && !nowhere && (
        <p role="status">{searchSummary(results, typed, language)}</p>
      )}
      {none && !nowhere && <p class="hint">{t(language, "search_hint")}</p>}
      {project !== null && (
        <p>
          <a href={searchPlace(null, query)}>{t(language, "search_all")}</a>
        </p>
      )}
      {results !== null && results.shown.length > 0 && (
        <ol class="search-results">
          {results.shown.map((found) => (
            <SearchResult
              key={found.message.id}
              found={found}
              words={typed.words}
              search={{ query, everywhere: project === null }}
              language={language}
              now={now}
            />
          ))}
        </ol>
      )}
      {results !== null && (
        <ResultsPager results={results} place={place(query)} language={language} />
      )}
    </div>
  );
}

function titleOf(project: SearchPageData["project"], language: Language): string {
  if (project === null) return t(language, "search_all");
  if (project.name === "") return t(language, "search_label");
  return t(language, "search_title", { project: isolated(project.name) });
}

/** The sentence about the filters, in which those stand out. */
function filtersHelp(language: Language) {
  return t(language, "search_filters").split(/(\p{L}+:\S+)/u)
    .map((part, at) => at % 2 === 1 ? <b key={at}>{part}</b> : part);
}

function formTexts(everywhere: boolean, language: Language) {
  return {
    search: t(language, "search"),
    search_label: t(language, everywhere ? "search_all_label" : "search_label"),
    search_placeholder: t(language, "search_placeholder"),
  };
}
