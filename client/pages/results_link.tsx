import { asset, Head } from "fresh/runtime";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import { isolated } from "../shared/isolated_text.ts";
import { fromSearch, searchPlace } from "../shared/log/places.ts";
import type { SearchOrigin } from "../shared/search_query.ts";
import { Icon } from "../components/icon.tsx";
import type { ChatRoomProps } from "../components/room/chat_room_props.ts";

interface SearchPlace {
  projectId: number;
  /** The search that led here, if any. */
  search: SearchOrigin | null;
  /** The message that it led to. */
  at: number | null;
  language: Language;
}

/** The room's link back to the results of a search, if one led here. */
export function resultsOf(place: SearchPlace): ChatRoomProps["results"] {
  const { projectId, search, at, language } = place;
  if (search === null) return undefined;
  return {
    href: searchPlace(search.everywhere ? null : projectId, search.query, at),
    text: t(language, "results_for", { query: isolated(search.query) }),
    parameter: `${fromSearch("", search).slice(1)}&`,
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
