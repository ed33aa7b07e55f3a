import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { ManagingState } from "./managed_panel.ts";

export interface AddMembersFormProps {
  action: string;
  /** The names typed before an error. */
  names: string;
  state: ManagingState;
  texts: RoomTexts;
  /** Whether nothing can be sent at the moment. */
  off?: boolean;
}

/**
 * The owner's form to add members. The limit of 5,000 characters keeps the list within a URL when it has to be shown
 * again.
 */
export function AddMembersForm({ action, names, state, texts, off }: AddMembersFormProps) {
  const { problem, busy, added } = state;
  return (
    <form method="post" action={action} class="add-members">
      <label for="members">{texts.add_members}</label>
      <p class="hint" id="members-hint">{texts.add_members_hint}</p>
      {problem !== null && <p class="problem" id="members-problem" role="alert">{problem}</p>}
      <div class="field-and-button">
        <input
          id="members"
          name="members"
          type="text"
          maxLength={5000}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          defaultValue={names}
          aria-invalid={problem !== null}
          aria-describedby="members-problem members-hint"
          autofocus={problem !== null}
        />
        <button
          type="submit"
          class="secondary"
          aria-busy={busy}
          aria-disabled={off}
          aria-describedby="members-state"
        >
          {texts.add}
        </button>
      </div>
      <p class="done" role="status">{added}</p>
    </form>
  );
}
