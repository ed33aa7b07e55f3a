import { fill } from "../../i18n/message.ts";
import { AskLink, type AsksProps } from "./ask_link.tsx";

/** The owner's actions on another member. */
export function MemberActions(props: AsksProps & { user: string }) {
  const { texts, user } = props;
  return (
    <details class="member-actions">
      <summary>
        {texts.manage}
        <span class="visually-hidden">{` ${user}`}</span>
      </summary>
      <div class="member-choices">
        <AskLink
          {...props}
          below="/owner"
          label={fill(texts.make_owner, { user })}
          kind="secondary"
        />
        <AskLink
          {...props}
          below="/members/remove"
          label={fill(texts.remove_member, { user })}
          kind="danger"
        />
      </div>
    </details>
  );
}
