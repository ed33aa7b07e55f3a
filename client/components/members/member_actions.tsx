import { Icon } from "../icon.tsx";
import { AskLink, type AsksProps } from "./ask_link.tsx";

/** The owner's actions on another member. */
export function MemberActions(props: AsksProps & { user: string }) {
  const { texts, user } = props;
  return (
    <details class="member-actions">
      <summary class="icon-button">
        <Icon name="more" />
        <span class="visually-hidden">{`${texts.manage} ${user}`}</span>
      </summary>
      <div class="member-choices">
        <AskLink {...props} below="/owner" label={texts.make_owner} kind="secondary" />
        <AskLink {...props} below="/members/remove" label={texts.remove_member} kind="danger" />
      </div>
    </details>
  );
}
