import type { Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { contained, isolated } from "../../shared/isolated_text.ts";
import { SearchForm } from "../search/search_form.tsx";

interface RoomHeadProps {
  project: Project;
  texts: RoomTexts;
}

/** The back link, the project's current name, and the search form. */
export function RoomHead({ project, texts }: RoomHeadProps) {
  return (
    <div class="project-head">
      <a class="back" href="/" aria-label={texts.all_projects}>←</a>
      <h1 title={isolated(project.name)}>
        <bdi>{contained(project.name)}</bdi>
      </h1>
      <SearchForm projectId={project.id} query="" texts={texts} compact />
    </div>
  );
}
