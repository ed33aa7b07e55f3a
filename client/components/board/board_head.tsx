import type { Project } from "../../../lib/model/project.ts";
import type { BoardTexts } from "../../i18n/board_texts.ts";
import { contained, isolated } from "../../shared/isolated_text.ts";
import { Icon, STROKES } from "../icon.tsx";
import { IconLink } from "../icon_link.tsx";
import { SearchForm } from "../search/search_form.tsx";

/** The way back to the projects, the project's name, the search, and the members. */
export function BoardHead({ project, texts }: { project: Project; texts: BoardTexts }) {
  return (
    <div class="project-head">
      <a class="back icon-button" href="/" aria-label={texts.all_projects}>
        <Icon name="back" />
      </a>
      <h1 title={isolated(project.name)}>
        <bdi>{contained(project.name)}</bdi>
      </h1>
      <SearchForm
        action={`/projects/${project.id}/search`}
        query=""
        texts={texts}
        class="inset compact"
      />
      <IconLink
        href={`/projects/${project.id}/people`}
        icon={STROKES.people}
        label={texts.members}
      />
    </div>
  );
}
