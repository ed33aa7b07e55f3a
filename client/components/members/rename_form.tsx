import type { RoomTexts } from "../../i18n/room_texts.ts";

interface RenameFormProps {
  /** The project's name. */
  name: string;
  action: string;
  /** A name that was refused. */
  typed: string | null;
  texts: Pick<RoomTexts, "project_name" | "save">;
}

/** The owner's form to rename the project. */
export function RenameForm({ name, action, typed, texts }: RenameFormProps) {
  return (
    <form method="post" action={action} class="field-and-button">
      {/* For the way back. */}
      <input type="hidden" name="was" autocomplete="off" value={name} />
      <input
        id="name"
        name="name"
        type="text"
        required
        autocomplete="off"
        aria-label={texts.project_name}
        value={typed ?? name}
        aria-invalid={typed !== null}
        aria-describedby={typed === null ? undefined : "undone"}
        autofocus={typed !== null}
      />
      <button type="submit">{texts.save}</button>
    </form>
  );
}
