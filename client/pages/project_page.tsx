import { Head } from "fresh/runtime";
import { FocusedNotice } from "../components/focused_notice.tsx";
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
import { type Named, NamedText } from "../components/named_text.tsx";
import { AddMembersForm } from "../components/members/add_members_form.tsx";
import type { ChatRoomProps } from "../components/room/chat_room_props.ts";
import { Composer } from "../components/sending/composer.tsx";
import { RejoinForm } from "../components/members/rejoin_form.tsx";
import { resultsOf, ResultsScript } from "./results_link.tsx";
import { WaitingForServer } from "./waiting_for_server.tsx";

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
  /** The action of a form that redirects back to the room when it has done it. */
  done: string | null;
  /** The member whom the form was about; "" for none. */
  about: string;
}

interface ProjectPageProps {
  data: ProjectPageData;
  username: string;
  /** `HOST:PORT`. */
  server: string;
  language: Language;
  /** Whether the members are shown beside the room. */
  membersShown: boolean;
  /** The island, passed in by the routes because components don't import islands. */
  Room: ComponentType<ChatRoomProps>;
}

/** A project's room, or why it can't be shown; typed text is kept in either case. */
export function ProjectPage(
  { data, username, server, language, membersShown, Room }: ProjectPageProps,
) {
  const { view, draft, invitation } = data;
  if (view === null) {
    return <ClosedRoom data={data} username={username} server={server} language={language} />;
  }
  const path = `/projects/${view.project.id}`;
  const results = resultsOf({ ...data, language });
  const doneSentence = doneNote(data, view, language);
  return (
    <div class="project-page">
      <Head>
        <title>{isolated(view.project.name)} · Chung</title>
      </Head>
      {results !== undefined && <ResultsScript />}
      {data.undone !== null && (
        <p class="problem undone" id="undone" role="alert">
          {undoneText(data.undone, data.about, view, language)}
        </p>
      )}
      {doneSentence !== null && (
        <FocusedNotice class="page-note">
          <NamedText {...doneSentence} />
        </FocusedNotice>
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
        texts={roomTexts(language)}
      />
    </div>
  );
}

/** The reader is a member, so these codes are about somebody else, or about the owner, who can't leave. */
function undoneText(
  code: ProblemCode,
  about: string,
  { role }: RoomView,
  language: Language,
): string {
  if (code === "not_a_member" && about !== "") {
    return t(language, "no_such_member", { user: about });
  }
  if (code === "bad_request" && role === "owner") return t(language, "owner_cannot_leave");
  return errorText(language, code);
}

/** Tells that a form has done its action, if the project looks like it: anybody can write an address. */
function doneNote(
  { done, about }: ProjectPageData,
  { project, members }: RoomView,
  language: Language,
): Named | null {
  const texts = roomTexts(language);
  const named = (text: string) => ({ text, values: { user: about, project: project.name } });
  if (done === "archive") return project.archived ? named(texts.project_archived) : null;
  if (done === "restore") return project.archived ? null : named(texts.project_restored);
  if (about === "") return null;
  const member = members.some(({ username }) => username.toLowerCase() === about.toLowerCase());
  if (done === "remove") return member ? null : named(texts.member_removed);
  if (done !== "transfer") return null;
  return project.owner.toLowerCase() === about.toLowerCase() ? named(texts.owner_made) : null;
}

function ClosedRoom(
  { data, username, server, language }: Omit<ProjectPageProps, "Room" | "membersShown">,
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
