import type { Member } from "../../../lib/model/project.ts";
import { contained } from "../../shared/isolated_text.ts";
import { Avatar } from "../avatar.tsx";
import type { AsksProps } from "./ask_link.tsx";
import { MemberActions } from "./member_actions.tsx";

interface MemberListProps extends AsksProps {
  members: readonly Member[];
  me: string;
  /** Whether the user may remove the others, or hand the project over. */
  manages: boolean;
  /** Whether the members' presence is current. */
  current: boolean;
}

/** The members with their roles and presence. */
export function MemberList({ members, me, manages, current, ...asks }: MemberListProps) {
  const { texts } = asks;
  return (
    <ul class="member-list">
      {members.map(({ username, name, role, online }) => {
        const here = current && online;
        const notes = [role === "owner" && texts.role_owner, username === me && texts.you]
          .filter(Boolean).join(", ");
        return (
          <li key={username} class={here ? "online" : current ? "offline" : "unknown"}>
            <span class="member-face">
              <Avatar name={username} size="medium" />
            </span>
            {/* With spaces, so that the name and what follows are not read as one word. */}
            <span class="member-about">
              <span class="member-name">
                {username}
                {name && (
                  <>
                    {" "}
                    <bdi class="display-name">{contained(name)}</bdi>
                  </>
                )}
              </span>{" "}
              {notes && <small>{notes}</small>}
              {here && <span class="visually-hidden">{` (${texts.in_room})`}</span>}
            </span>
            {manages && username !== me && <MemberActions {...asks} user={username} />}
          </li>
        );
      })}
    </ul>
  );
}
