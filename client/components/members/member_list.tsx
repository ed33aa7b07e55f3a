import type { Member } from "../../../lib/model/project.ts";
import type { AsksProps } from "./ask_link.tsx";
import { MemberActions } from "./member_actions.tsx";

interface MemberListProps extends AsksProps {
  members: readonly Member[];
  me: string;
  /** Whether the user is the owner. */
  owner: boolean;
  /** Whether the members' presence is current. */
  current: boolean;
}

/** The members with their roles and presence; the owner manages the others. */
export function MemberList({ members, me, owner, current, ...asks }: MemberListProps) {
  const { texts } = asks;
  return (
    <ul class="member-list">
      {members.map(({ username, role, online }) => {
        const here = current && online;
        const notes = [
          username === me && texts.you,
          role === "owner" && texts.role_owner,
          here && texts.in_room,
        ].filter(Boolean).join(", ");
        return (
          <li key={username} class={here ? "online" : current ? "offline" : "unknown"}>
            <span class="member-name">{username}</span>
            {/* With a space, so that name and notes are not read as one word. */}
            {notes !== "" && <small>{` (${notes})`}</small>}
            {owner && username !== me && <MemberActions {...asks} user={username} />}
          </li>
        );
      })}
    </ul>
  );
}
