import { useRef } from "preact/hooks";
import type { Member, Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import { AddMembersForm } from "./add_members_form.tsx";
import { AskLink } from "./ask_link.tsx";
import type { ChatRoomProps } from "../room/chat_room_props.ts";
import type { Liveness } from "../room/room_state.ts";
import { MemberList } from "./member_list.tsx";
import { RenameForm } from "./rename_form.tsx";
import { useManaging } from "./use_managing.ts";

interface MembersPanelProps {
  project: Project;
  /** The form action for a path below the project's. */
  formAction(path: string): string;
  members: readonly Member[];
  me: string;
  invitation: ChatRoomProps["invitation"];
  newName: ChatRoomProps["newName"];
  texts: RoomTexts;
  liveness: Liveness;
}

/** The project's members, their presence, and the actions on them. */
export function MembersPanel(props: MembersPanelProps) {
  const { project, formAction, members, me, invitation, newName, texts, liveness } = props;
  const panel = useRef<HTMLElement>(null);
  const current = liveness === "live";
  const off = !current && liveness !== "paused";
  const { state, managing } = useManaging({ ...props, off, panel }, invitation.problem);
  const owner = project.owner === me;
  const { archived } = project;
  const asks = {
    path: `/projects/${project.id}`,
    texts,
    off,
    dialog: managing && "dialog",
  } as const;
  const heading = `${texts.members} (${members.length})`;
  return (
    <aside
      class="members"
      aria-label={texts.members}
      tabIndex={-1}
      ref={panel}
      onClick={managing?.onClick}
      onSubmit={managing?.onSubmit}
    >
      {/* In place of the summary where the panel is always open. */}
      <h2 class="members-heading">{heading}</h2>
      {/* Also open on small screens while a form in it shows an error. */}
      <details
        class="members-fold"
        open={invitation.problem !== null || newName !== null}
      >
        <summary>{heading}</summary>
        <div class="members-content">
          <p class="done" role="status">{state.said}</p>
          {/* Always there, so that screen readers tell when it changes. */}
          <p class="hint" id="members-state" role="status">
            {!current && texts[`members_${liveness}`]}
          </p>
          <MemberList
            {...asks}
            members={members}
            me={me}
            manages={owner && !archived}
            current={current}
          />
          {owner && !archived && (
            <>
              <AddMembersForm
                action={formAction("/members")}
                names={invitation.names}
                state={state}
                texts={texts}
                off={off}
              />
              <RenameForm
                project={project}
                action={formAction("/name")}
                typed={newName}
                texts={texts}
                off={off}
              />
              <details class="project-form">
                <summary>{texts.leave_project}</summary>
                <p class="hint">{texts.owner_cannot_leave}</p>
              </details>
            </>
          )}
          <p class="project-form">
            <AskLink
              {...asks}
              user={owner ? undefined : me}
              below={!owner ? "/members/remove" : archived ? "/restore" : "/archive"}
              label={!owner
                ? texts.leave_project
                : archived
                ? texts.restore_project
                : texts.archive_project}
              kind="secondary"
            />
          </p>
        </div>
      </details>
      {managing?.children}
    </aside>
  );
}
