import type { Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { contained, isolated } from "../../shared/isolated_text.ts";
import type { ResultsPlace } from "./chat_room_props.ts";
import { SearchForm } from "../search/search_form.tsx";

interface RoomHeadProps {
  project: Project;
  results: ResultsPlace | undefined;
  texts: RoomTexts;
}

/** The link back to the projects or to the results of a search, the project's current name, and the search form. */
export function RoomHead({ project, results, texts }: RoomHeadProps) {
  return (
    <div class="project-head">
      {results
        ? <a class="back results" href={results.href} aria-label={results.text}>← {results.text}</a>
        : <a class="back" href="/" aria-label={texts.all_projects}>←</a>}
      <h1 title={isolated(project.name)}>
        <bdi>{contained(project.name)}</bdi>
      </h1>
      <SearchForm projectId={project.id} query="" texts={texts} compact />
    </div>
  );
}
