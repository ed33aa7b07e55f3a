import { Head } from "fresh/runtime";
import type { ComponentType } from "preact";
import { errorText, type ProblemCode } from "../i18n/error_text.ts";
import type { Language } from "../i18n/language.ts";
import { roomTexts } from "../i18n/room_texts.ts";
import { t } from "../i18n/translate.ts";
import { isolated } from "../shared/isolated_text.ts";
import { ofServer } from "../shared/paths.ts";
import type { SearchOrigin } from "../shared/search_query.ts";
import type { Problem } from "../http/problem.ts";
import type { RoomView } from "../shared/room_view.ts";
import { ProjectTabs } from "../components/board/project_tabs.tsx";
import { AddMembersForm } from "../components/members/add_members_form.tsx";
import { chipCode } from "../components/log/tasks/log_chips.ts";
import { drawChips } from "../components/log/tasks/task_chips.ts";
import type { ChatRoomProps } from "../components/room/chat_room_props.ts";
import { Composer } from "../components/sending/composer.tsx";
import { RejoinForm } from "../components/members/rejoin_form.tsx";
import { roomGreeting } from "./greeting/room_greeting.ts";
import { resultsOf, ResultsScript } from "./results_link.tsx";
import { WaitingForServer } from "./waiting_for_server.tsx";

// The room's island doesn't import it, so that a browser loads it only for messages with tasks.
chipCode.draw = drawChips;

/** Data of a project's page. */
export interface ProjectPageData {
  projectId: number;
  /** Null when the room can't be loaded. */
  view: RoomView | null;
  /** Why the room can't be loaded. */
  problem: Problem | null;
  /** The unsent message after an error. */
  draft: ChatRoomProps["draft"];
  /** The names typed to add members, after an error. */
  invitation: ChatRoomProps["invitation"];
  /** The id of the message to show and highlight. */
  at: number | null;
  /** The search that led here, if any. */
  search: SearchOrigin | null;
  /** Why a form that redirects back to the room failed. */
  undone: ProblemCode | null;
}

interface ProjectPageProps {
  data: ProjectPageData;
  username: string;
  /** `HOST:PORT`. */
  server: string;
  language: Language;
  /** Whether the members are shown beside the room. */
  membersShown: boolean;
  /** Whether new projects greet their owners. */
  greets: boolean;
  /** The island, passed in by the routes because components don't import islands. */
  Room: ComponentType<ChatRoomProps>;
}

/** A project's room, or why it can't be shown; typed text is kept in either case. */
export function ProjectPage(
  { data, username, server, language, membersShown, greets, Room }: ProjectPageProps,
) {
  const { view, draft, invitation } = data;
  if (view === null) {
    return <ClosedRoom data={data} username={username} server={server} language={language} />;
  }
  const path = `/projects/${view.project.id}`;
  const results = resultsOf({ ...data, language });
  return (
    <div class="project-page">
      <Head>
        <title>{isolated(view.project.name)} · Chung</title>
      </Head>
      {results !== undefined && <ResultsScript />}
      <ProjectTabs projectId={view.project.id} here="chat" language={language} />
      {data.undone !== null && (
        <p class="problem undone" id="undone" role="alert">
          {errorText(language, data.undone)}
        </p>
      )}
      {/* Script does both by itself; without it, only the user can say what has been read. */}
      <noscript class="without-script">
        {view.unread > 0 && (
          <form method="post" action={ofServer(`${path}/read`, server, username)}>
            <input type="hidden" name="message" value={view.cursor.message} />
            <button type="submit" class="quiet">{t(language, "all_read")}</button>
          </form>
        )}
        <a href={path}>{t(language, "refresh")}</a>
      </noscript>
      <Room
        view={view}
        server={server}
        me={username}
        draft={draft}
        invitation={invitation}
        membersShown={membersShown}
        at={data.at}
        results={results}
        greeting={greets ? roomGreeting(view, username, language) : undefined}
        texts={roomTexts(language)}
      />
    </div>
  );
}

function ClosedRoom(
  { data, username, server, language }: Omit<ProjectPageProps, "Room" | "membersShown" | "greets">,
) {
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
          action={ofServer(`/projects/${projectId}`, server, username)}
          tag={draft.tag}
          text={draft.text}
          problem={draft.problem}
          texts={roomTexts(language)}
        />
      )}
      {invitation.names !== "" && (
        <AddMembersForm
          action={ofServer(`/projects/${projectId}/members`, server, username)}
          names={invitation.names}
          state={invitation}
          texts={roomTexts(language)}
        />
      )}
      {problem?.code === "not_a_member" && (
        <>
          <p class="hint">{t(language, "rejoin_means")}</p>
          <RejoinForm
            projectId={projectId}
            server={server}
            username={username}
            language={language}
          />
        </>
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
