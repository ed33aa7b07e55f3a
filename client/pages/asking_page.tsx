import { Head } from "fresh/runtime";
import { isDangerous, questionOf } from "../components/members/asked.ts";
import { NamedText } from "../components/named_text.tsx";
import { pageUser } from "../http/page_user.ts";
import type { State } from "../http/route_state.ts";
import { fill } from "../i18n/message.ts";
import { roomTexts } from "../i18n/room_texts.ts";
import { t } from "../i18n/translate.ts";
import { isolated } from "../shared/isolated_text.ts";
import { ofServer } from "../shared/paths.ts";
import type { AskingPageData } from "./asking_page_data.ts";
import { ClosedProject } from "./closed_project.tsx";

/** The part of a route's context from which the page is made. */
interface AskingPageProps {
  data: AskingPageData;
  state: State;
  url: URL;
}

/** The page that asks, without script, before something is done to a project. */
export function AskingPage({ data, state, url }: AskingPageProps) {
  const { language } = state;
  const server = state.server.address;
  const username = pageUser(state, url);
  const { projectId, asked, project, problem, objection } = data;
  const path = `/projects/${projectId}`;
  if (project === null) {
    return <ClosedProject {...{ projectId, problem, server, language }} />;
  }
  // Where the question was asked.
  const back = path + (["remove", "transfer"].includes(asked.what) ? "/people" : "/settings");
  const texts = roomTexts(language);
  const { question, means, confirm, path: below } = questionOf(asked, project, texts);
  return (
    <div class="card narrow">
      <Head>
        <title>
          {fill(question.text, { user: asked.user, project: isolated(project.name) })} · Chung
        </title>
      </Head>
      <h1>
        <NamedText {...question} />
      </h1>
      {objection !== null
        ? (
          <p class="notice-box" role="alert">
            <NamedText {...objection} />
          </p>
        )
        : (
          <form method="post" action={ofServer(path + below, server, username)}>
            <input type="hidden" name="username" value={asked.user} />
            {/* Who has left a project can't ask for its name. */}
            {below === "/members/remove" && (
              <input
                type="hidden"
                name="name"
                value={project.name}
              />
            )}
            <p>
              <NamedText {...means} />
            </p>
            <button type="submit" class={isDangerous(asked) ? "danger" : undefined}>
              <span>
                <NamedText {...confirm} />
              </span>
            </button>
          </form>
        )}
      <p>
        {objection === null
          ? <a class="button secondary" href={back}>{texts.cancel}</a>
          : <a class="button secondary" href={path}>{t(language, "back_to_project")}</a>}
      </p>
    </div>
  );
}
