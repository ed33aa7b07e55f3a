import type { ComponentChildren, Ref } from "preact";
import type { Member } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";

interface MembersPanelProps {
  members: readonly Member[];
  me: string;
  texts: RoomTexts;
  /** Begins unfolded on a small screen too. */
  open: boolean;
  details?: Ref<HTMLDetailsElement>;
  children?: ComponentChildren;
}

/** Who belongs to the project, and who of them is in the room now. */
export function MembersPanel({ members, me, texts, open, details, children }: MembersPanelProps) {
  return (
    <aside class="members" aria-label={texts.members}>
      <details open={open} ref={details}>
        <summary>
          {texts.members} ({members.length})
        </summary>
        <div class="members-content">
          <ul class="member-list">
            {members.map((member) => (
              <li key={member.username} class={member.online ? "online" : "offline"}>
                <span class="member-name">{member.username}</span>
                {memberNote(member, me, texts)}
              </li>
            ))}
          </ul>
          {children}
        </div>
      </details>
    </aside>
  );
}

function memberNote(member: Member, me: string, texts: RoomTexts) {
  const notes: string[] = [];
  if (member.username === me) notes.push(texts.you);
  if (member.role === "owner") notes.push(texts.role_owner);
  if (member.online) notes.push(texts.in_room);
  return notes.length > 0 && <small>{notes.join(", ")}</small>;
}
