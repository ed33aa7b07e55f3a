import type { ComponentChildren } from "preact";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { ManagingState } from "./managed_panel.ts";
import { MembersInput } from "./picking/members_input.tsx";

export interface AddMembersFormProps {
  action: string;
  /** The names typed before an error. */
  names: string;
  state: ManagingState;
  texts: RoomTexts;
  /** Whether nothing can be sent at the moment. */
  off?: boolean;
  /** Offers people to choose from. */
  children?: ComponentChildren;
}

/** The owner's form to add members. */
export function AddMembersForm(props: AddMembersFormProps) {
  const { action, names, state, texts, off, children } = props;
  const { problem, busy, added } = state;
  return (
    <form method="post" action={action} class="add-members">
      <label for="members">{texts.add_members}</label>
      <p class="hint" id="members-hint">{texts.add_members_hint}</p>
      {problem !== null && <p class="problem" id="members-problem" role="alert">{problem}</p>}
      <div class="field-and-button">
        <MembersInput
          names={names}
          invalid={problem !== null}
          describedBy="members-problem members-hint"
        >
          {children}
        </MembersInput>
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
