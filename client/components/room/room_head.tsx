import type { ComponentChildren } from "preact";
import type { Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { contained, isolated } from "../../shared/isolated_text.ts";
import { Icon } from "../icon.tsx";
import type { ResultsPlace } from "./chat_room_props.ts";
import { SearchForm } from "../search/search_form.tsx";

interface RoomHeadProps {
  project: Project;
  results?: ResultsPlace;
  texts: Pick<RoomTexts, "all_projects" | "search" | "search_label" | "search_placeholder">;
  /** Leads to the members. */
  children: ComponentChildren;
}

/** The way back to the projects or to the results of a search, the project's name, the search form, and the members. */
export function RoomHead({ project, results, texts, children }: RoomHeadProps) {
  return (
    <div class="project-head">
      {results
        ? (
          <a class="results" href={results.href} aria-label={results.text} title={results.text}>
            <Icon name="back" />
            <span>{results.text}</span>
          </a>
        )
        : (
          <a class="back icon-button" href="/" aria-label={texts.all_projects}>
            <Icon name="back" />
          </a>
        )}
      <h1 title={isolated(project.name)}>
        <bdi>{contained(project.name)}</bdi>
      </h1>
      <SearchForm
        action={`/projects/${project.id}/search`}
        query=""
        texts={texts}
        class="inset compact"
      />
      {children}
    </div>
  );
}
