import type { Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";

interface RenameFormProps {
  project: Project;
  action: string;
  /** A name that was refused. */
  typed: string | null;
  texts: RoomTexts;
  /** Whether nothing can be sent at the moment. */
  off: boolean;
}

/** The owner's form to rename the project. */
export function RenameForm({ project, action, typed, texts, off }: RenameFormProps) {
  return (
    <details class="project-form" open={typed !== null}>
      <summary>{texts.rename_project}</summary>
      <form method="post" action={action}>
        <label for="project-name">{texts.project_name}</label>
        <div class="field-and-button">
          <input
            id="project-name"
            name="name"
            type="text"
            required
            autocomplete="off"
            defaultValue={typed ?? project.name}
            aria-invalid={typed !== null}
            aria-describedby="undone"
            autofocus={typed !== null}
          />
          <button
            type="submit"
            class="secondary"
            aria-disabled={off}
            aria-describedby="members-state"
          >
            {texts.save}
          </button>
        </div>
      </form>
    </details>
  );
}
