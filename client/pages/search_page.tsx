import { Head } from "fresh/runtime";
import type { Message } from "../../lib/model/message.ts";
import type { Language } from "../i18n/language.ts";
import { roomTexts } from "../i18n/room_texts.ts";
import { t } from "../i18n/translate.ts";
import { isolated } from "../shared/isolated_text.ts";
import { messagePlace } from "../shared/paths.ts";
import { isNoProject, type Problem } from "../http/problem.ts";
import { chatTime } from "../components/chat_time.ts";
import { plainText } from "../components/markup/plain_text.ts";
import { searchExcerpt } from "../components/search/search_excerpt.ts";
import { SearchForm } from "../components/search/search_form.tsx";
import { searchMarks } from "../components/search/search_marks.ts";
import { PageHead } from "../components/shell/page_head.tsx";
import { WaitingForServer } from "./waiting_for_server.tsx";

/** The maximum number of results (docs/PROTOCOL.md, `search`). */
const MAX_RESULTS = 100;

/** Data of the search page. */
export interface SearchPageData {
  projectId: number;
  /** Empty when it can't be loaded. */
  projectName: string;
  query: string;
  /** Best matches first; null when nothing was asked for or the search failed. */
  found: Message[] | null;
  /** Whether the search took too long, so that there may be other messages. */
  partial: boolean;
  problem: Problem | null;
}

interface SearchPageProps {
  data: SearchPageData;
  /** `HOST:PORT`. */
  server: string;
  language: Language;
  now: Date;
}

/** Search results, each linked to its place in the log. */
export function SearchPage({ data, server, language, now }: SearchPageProps) {
  const { projectId, projectName, query, found, partial, problem } = data;
  const closed = problem !== null && isNoProject(problem);
  const title = closed
    ? t(language, "cannot_open_project")
    : projectName === ""
    ? t(language, "search_label")
    : t(language, "search_title", { project: isolated(projectName) });
  const head = (
    <Head>
      <title>{query === "" || closed ? title : `${isolated(query)} · ${title}`} · Chung</title>
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
  if (closed) {
    return (
      <div class="card narrow">
        {head}
        <h1>{title}</h1>
        <p class="problem" role="alert">{problem.text}</p>
        <p>
          <a class="button" href="/">{t(language, "all_projects")}</a>
        </p>
      </div>
    );
  }
  return (
    <div class="search-page">
      {head}
      <PageHead
        back={{ href: `/projects/${projectId}`, label: t(language, "back_to_project") }}
      >
        {title}
      </PageHead>
      <SearchForm
        projectId={projectId}
        query={query}
        texts={roomTexts(language)}
        autofocus={found === null || found.length === 0}
      />
      {problem !== null && <p class="problem" role="alert">{problem.text}</p>}
      {found !== null && <p role="status">{summary(found, partial, query, language)}</p>}
      {(found === null || found.length === 0) && <p class="hint">{t(language, "search_hint")}</p>}
      {found !== null && found.length > 0 && (
        <ol class="search-results">
          {found.map((message) => (
            <Result key={message.id} message={message} query={query} now={now} />
          ))}
        </ol>
      )}
    </div>
  );
}

function summary(
  found: readonly Message[],
  partial: boolean,
  query: string,
  language: Language,
): string {
  const { length: count } = found;
  if (partial && count === 0) return t(language, "search_nothing_yet");
  if (partial) return t(language, "search_found_partial", { count });
  if (count === 0) return t(language, "search_nothing", { query: isolated(query) });
  return t(language, count < MAX_RESULTS ? "search_found" : "search_found_most", { count });
}

function Result({ message, query, now }: { message: Message; query: string; now: Date }) {
  const { id, project_id, user, timestamp } = message;
  const parts = searchExcerpt(searchMarks(plainText(message.message), query));
  return (
    <li class="card result" id={`result-${id}`}>
      {/* Many results share author and minute; their text distinguishes the links. */}
      <a href={messagePlace(project_id, id, query)} aria-describedby={`text-${id}`}>
        <b class="author">{user}</b>
        {" · "}
        <time dateTime={timestamp}>{chatTime(timestamp, now)}</time>
      </a>
      <p class="text" id={`text-${id}`} dir="auto">
        {parts.map(({ text, marked }, at) => marked ? <mark key={at}>{text}</mark> : text)}
      </p>
    </li>
  );
}
