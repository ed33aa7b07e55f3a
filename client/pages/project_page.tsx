import { Head } from "fresh/runtime";
import type { ComponentType } from "preact";
import type { Language } from "../i18n/language.ts";
import { roomTexts } from "../i18n/room_texts.ts";
import { t } from "../i18n/translate.ts";
import { ofServer } from "../paths.ts";
import type { Problem } from "../problem.ts";
import type { RoomView } from "../state.ts";
import { AddMembersForm } from "../components/room/add_members_form.tsx";
import type { ChatRoomProps } from "../components/room/chat_room_props.ts";
import { Composer } from "../components/room/composer.tsx";
import { WaitingForServer } from "./waiting_for_server.tsx";

/** What a project's page shows. */
export interface ProjectPageData {
  projectId: number;
  /** Null when the room can't be had now. */
  view: RoomView | null;
  /** Why the room can't be had. */
  problem: Problem | null;
  /** The message that is being written, as it was before an error. */
  draft: ChatRoomProps["draft"];
  /** What the owner typed to add members, as it was before an error. */
  invitation: ChatRoomProps["invitation"];
}

interface ProjectPageProps {
  data: ProjectPageData;
  username: string;
  /** `HOST:PORT`. */
  server: string;
  language: Language;
  /** The island: given by the routes, since nothing here knows of islands. */
  Room: ComponentType<ChatRoomProps>;
}

/** A project's room, or why it can't be shown; what was typed is there in any case. */
export function ProjectPage({ data, username, server, language, Room }: ProjectPageProps) {
  const { view, draft, invitation } = data;
  if (view === null) return <ClosedRoom data={data} server={server} language={language} />;
  return (
    <div class="project-page">
      <Head>
        <title>{view.project.name} · Chung</title>
      </Head>
      <div class="project-head">
        <a class="back" href="/" aria-label={t(language, "all_projects")}>←</a>
        <h1 title={view.project.name}>{view.project.name}</h1>
        <noscript>
          <a href={`/projects/${data.projectId}`}>{t(language, "refresh")}</a>
        </noscript>
      </div>
      <Room
        view={view}
        server={server}
        me={username}
        draft={draft}
        invitation={invitation}
        texts={roomTexts(language)}
      />
    </div>
  );
}

function ClosedRoom({ data, server, language }: Omit<ProjectPageProps, "username" | "Room">) {
  const { projectId, problem, draft, invitation } = data;
  const title = (
    <Head>
      <title>{t(language, "project")} · Chung</title>
    </Head>
  );
  const typed = draft.text !== "" || invitation.names !== "";
  if (problem?.code === "unreachable" && !typed) {
    return (
      <>
        {title}
        <WaitingForServer language={language} server={server} />
      </>
    );
  }
  return (
    <div class="card narrow">
      {title}
      <h1>{t(language, "cannot_open_project")}</h1>
      {problem !== null && problem.text !== draft.problem && problem.text !== invitation.problem &&
        <p class="problem" role="alert">{problem.text}</p>}
      {draft.text !== "" && (
        <Composer
          action={ofServer(`/projects/${projectId}`, server)}
          tag={draft.tag}
          text={draft.text}
          problem={draft.problem}
          texts={roomTexts(language)}
        />
      )}
      {invitation.names !== "" && (
        <AddMembersForm
          action={ofServer(`/projects/${projectId}/members`, server)}
          names={invitation.names}
          problem={invitation.problem}
          texts={roomTexts(language)}
          live={false}
        />
      )}
      <p>
        {problem?.status === 401
          ? (
            <a class="button" href={`/login?next=/projects/${projectId}`} target="_blank">
              {t(language, "log_in")}
            </a>
          )
          : <a class="button" href="/">{t(language, "all_projects")}</a>}
      </p>
    </div>
  );
}
