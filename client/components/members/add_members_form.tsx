import type { ComponentChildren } from "preact";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { ManagingState } from "./managed_panel.ts";
import type { MembersFieldProps } from "./picking/members_input.tsx";

export interface AddMembersFormProps {
  action: string;
  state: ManagingState;
  texts: RoomTexts;
  /** Whether nothing can be sent at the moment. */
  off?: boolean;
  /** The field for the names, see `membersField`. */
  children: ComponentChildren;
}

/** The properties of the form's field. */
export function membersField(names: string, problem: string | null): MembersFieldProps {
  return { names, invalid: problem !== null, describedBy: "members-problem members-hint" };
}

/** The owner's form to add members. */
export function AddMembersForm(props: AddMembersFormProps) {
  const { action, state, texts, off, children } = props;
  const { problem, busy, added } = state;
  return (
    <form method="post" action={action} class="add-members">
      <label for="members">{texts.add_members}</label>
      <p class="hint" id="members-hint">{texts.add_members_hint}</p>
      {problem !== null && <p class="problem" id="members-problem" role="alert">{problem}</p>}
      <div class="field-and-button">
        {children}
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
