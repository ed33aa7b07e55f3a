import type { Member, Project } from "../../../lib/model/project.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { ChatRoomProps } from "../room/chat_room_props.ts";
import type { Liveness } from "../room/room_state.ts";
import { Icon, STROKES } from "../icon.tsx";
import { IconLink } from "../icon_link.tsx";
import { AddMembersForm } from "./add_members_form.tsx";
import { MemberList } from "./member_list.tsx";
import { useManaging } from "./use_managing.ts";
import type { Panel } from "./use_panel.ts";

interface MembersPanelProps {
  project: Project;
  /** The form action for a path below the project's. */
  formAction(path: string): string;
  members: readonly Member[];
  me: string;
  invitation: ChatRoomProps["invitation"];
  texts: RoomTexts;
  liveness: Liveness;
  panel: Panel;
}

/** The project's members, their presence, and the actions on them. */
export function MembersPanel(props: MembersPanelProps) {
  const { project, formAction, members, me, invitation, texts, liveness } = props;
  const { state: shown, visible, element, show } = props.panel;
  const current = liveness === "live";
  const off = !current && liveness !== "paused";
  const manages = project.owner === me && !project.archived;
  const { state, live, managing, prepare, act } = useManaging(
    { ...props, off, panel: element },
    invitation.problem,
  );
  // Only who manages has what acts, except for what is open already.
  const acts = manages || managing !== undefined;
  const path = `/projects/${project.id}`;
  return (
    <aside
      id="members-panel"
      class={`members ${shown}`}
      aria-label={texts.members}
      tabIndex={-1}
      ref={element}
      onPointerOver={acts ? prepare : undefined}
      onClick={acts ? act : undefined}
      onSubmit={acts ? act : undefined}
      onFocusIn={acts ? act : undefined}
      onInput={acts ? act : undefined}
      onKeyDown={(event) => {
        // A dialog in it closes by itself.
        const inside = (event.target as Element).closest("dialog") !== null;
        if (event.key === "Escape" && !inside && shown === "open") show(false);
      }}
    >
      <div class="members-head">
        <h2>
          {texts.members} ({members.length})
        </h2>
        <IconLink
          href={`${path}/settings`}
          icon={STROKES.settings}
          label={texts.project_settings}
        />
        {visible !== null && (
          <button
            type="button"
            class="icon-button"
            aria-label={texts.members_close}
            title={texts.members_close}
            onClick={() => show(false)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <div class="members-content">
        <div class={state.said ? "notice-box" : undefined}>
          <p class="done" role="status" tabIndex={-1}>{state.said}</p>
          {managing?.undo}
        </div>
        {/* Always there, so that screen readers tell when it changes. */}
        <p class="hint" id="members-state" role="status">
          {!current && texts[`members_${liveness}`]}
        </p>
        <MemberList
          path={path}
          texts={texts}
          off={off}
          dialog={live ? "dialog" : undefined}
          members={members}
          me={me}
          manages={manages}
          current={current}
        />
        {manages && (
          <AddMembersForm
            action={formAction("/members")}
            names={invitation.names}
            state={state}
            texts={texts}
            off={off}
          >
            {managing?.completion}
          </AddMembersForm>
        )}
      </div>
      {managing?.children}
    </aside>
  );
}
