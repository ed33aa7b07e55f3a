import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";

interface MemberActionsProps {
  /** The form action for a path below the project's. */
  formAction(path: string): string;
  username: string;
  texts: RoomTexts;
}

/** The owner's actions on another member, inside a disclosure so that no single click triggers one. */
export function MemberActions({ formAction, username, texts }: MemberActionsProps) {
  const values = { user: username };
  const label = fill(texts.manage_member, values);
  return (
    <details class="member-actions">
      <summary aria-label={label} title={label}>{texts.manage}</summary>
      <form method="post" action={formAction("/owner")}>
        <input type="hidden" name="username" value={username} />
        <p class="hint">{fill(texts.make_owner_means, values)}</p>
        <button type="submit" class="secondary">{fill(texts.make_owner, values)}</button>
      </form>
      <form method="post" action={formAction("/members/remove")}>
        <input type="hidden" name="username" value={username} />
        <p class="hint">{fill(texts.remove_member_means, values)}</p>
        <button type="submit" class="danger">{fill(texts.remove_member, values)}</button>
      </form>
    </details>
  );
}
