import type { Ref } from "preact";
import type { Member, Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { AddMembersForm } from "./add_members_form.tsx";
import type { ChatRoomProps } from "../room/chat_room_props.ts";
import { MemberActions } from "./member_actions.tsx";
import { LeaveForm, RenameForm } from "./project_forms.tsx";

interface MembersPanelProps {
  project: Project;
  /** The form action for a path below the project's. */
  formAction(path: string): string;
  members: readonly Member[];
  me: string;
  invitation: ChatRoomProps["invitation"];
  newName: ChatRoomProps["newName"];
  texts: RoomTexts;
  /** Set in the browser: members are added without leaving the page. */
  live: boolean;
  details?: Ref<HTMLDetailsElement>;
}

/** The project's members, their presence, and the actions on them. */
export function MembersPanel(props: MembersPanelProps) {
  const { project, formAction, members, me, invitation, newName, texts, live, details } = props;
  const owner = members.some(({ username, role }) => username === me && role === "owner");
  return (
    <aside class="members" aria-label={texts.members}>
      {/* Also open on small screens while a form in it shows an error. */}
      <details
        class="members-fold"
        open={invitation.problem !== null || newName !== null}
        ref={details}
      >
        <summary>
          {texts.members} ({members.length})
        </summary>
        <div class="members-content">
          <ul class="member-list">
            {members.map((member) => (
              <li key={member.username} class={member.online ? "online" : "offline"}>
                <span class="member-name">{member.username}</span>
                {memberNote(member, me, texts)}
                {owner && member.username !== me && (
                  <MemberActions formAction={formAction} username={member.username} texts={texts} />
                )}
              </li>
            ))}
          </ul>
          {owner && (
            <>
              <AddMembersForm
                action={formAction("/members")}
                names={invitation.names}
                problem={invitation.problem}
                texts={texts}
                live={live}
              />
              <RenameForm
                project={project}
                action={formAction("/name")}
                typed={newName}
                texts={texts}
              />
            </>
          )}
          <LeaveForm
            action={formAction("/members/remove")}
            username={me}
            owner={owner}
            texts={texts}
          />
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
