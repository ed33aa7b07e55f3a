import type { Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";

interface RenameFormProps {
  project: Project;
  action: string;
  /** A name that was refused. */
  typed: string | null;
  texts: RoomTexts;
}

/** The owner's form to rename the project. */
export function RenameForm({ project, action, typed, texts }: RenameFormProps) {
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
            aria-describedby={typed === null ? undefined : "undone"}
            autofocus={typed !== null}
          />
          <button type="submit" class="secondary">{texts.save}</button>
        </div>
      </form>
    </details>
  );
}

interface LeaveFormProps {
  action: string;
  username: string;
  /** Whether the user is the owner, who can't leave because a project always has an owner. */
  owner: boolean;
  texts: RoomTexts;
}

/** The form to leave the project. */
export function LeaveForm({ action, username, owner, texts }: LeaveFormProps) {
  return (
    <details class="project-form">
      <summary>{texts.leave_project}</summary>
      {owner ? <p class="hint">{texts.owner_cannot_leave}</p> : (
        <form method="post" action={action}>
          <input type="hidden" name="username" value={username} />
          <p class="hint">{texts.leave_project_means}</p>
          <button type="submit" class="danger">{texts.leave_now}</button>
        </form>
      )}
    </details>
  );
}
