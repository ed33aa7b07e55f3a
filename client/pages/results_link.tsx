import { asset, Head } from "fresh/runtime";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import { isolated } from "../shared/isolated_text.ts";
import { fromSearch, searchPlace } from "../shared/paths.ts";
import { Icon } from "../components/icon.tsx";
import type { ChatRoomProps } from "../components/room/chat_room_props.ts";

interface SearchPlace {
  projectId: number;
  /** The query of the search that led here; "" for none. */
  query: string;
  /** The message that it led to. */
  at: number | null;
  language: Language;
}

/** The room's link back to the results of a search, if one led here. */
export function resultsOf(place: SearchPlace): ChatRoomProps["results"] {
  const { projectId, query, at, language } = place;
  if (query === "") return undefined;
  return {
    href: searchPlace(projectId, query, at),
    text: t(language, "results_for", { query: isolated(query) }),
    parameter: `${fromSearch("", query).slice(1)}&`,
  };
}

/** The link back to the results of a search, if one led here. */
export function ResultsLink(place: SearchPlace) {
  const results = resultsOf(place);
  if (results === undefined) return null;
  return (
    <p>
      <ResultsScript />
      <a class="results" href={results.href} aria-label={results.text}>
        <Icon name="back" />
        <span>{results.text}</span>
      </a>
    </p>
  );
}

/** The script by which Escape follows the link. */
export function ResultsScript() {
  return (
    <Head>
      <script type="module" src={asset("/back_to_results.js")} />
    </Head>
  );
}
