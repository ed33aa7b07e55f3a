import type { Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { contained, isolated } from "../../shared/isolated_text.ts";
import { Icon } from "../icon.tsx";
import { PanelControl } from "../members/panel_control.tsx";
import type { Panel } from "../members/use_panel.ts";
import type { ResultsPlace } from "./chat_room_props.ts";
import { SearchForm } from "../search/search_form.tsx";

interface RoomHeadProps {
  project: Project;
  results: ResultsPlace | undefined;
  /** The panel of the members, which is opened here. */
  panel: Panel;
  texts: RoomTexts;
}

/** The way back to the projects or to the results of a search, the project's name, the search form, and the members. */
export function RoomHead({ project, results, panel, texts }: RoomHeadProps) {
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
      <PanelControl panel={panel} href={`/projects/${project.id}/people`} label={texts.members} />
    </div>
  );
}
