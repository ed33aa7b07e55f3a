import { Head } from "fresh/runtime";
import type { ComponentChildren } from "preact";
import { AskLink } from "../components/members/ask_link.tsx";
import { RenameForm } from "../components/members/rename_form.tsx";
import { NamedText } from "../components/named_text.tsx";
import { PageHead } from "../components/shell/page_head.tsx";
import { pageUser } from "../http/page_user.ts";
import type { State } from "../http/route_state.ts";
import { errorText, isProblemCode } from "../i18n/error_text.ts";
import { roomTexts } from "../i18n/room_texts.ts";
import { t } from "../i18n/translate.ts";
import { isolated } from "../shared/isolated_text.ts";
import { ofServer } from "../shared/paths.ts";
import { ClosedProject } from "./closed_project.tsx";
import type { ProjectPartData } from "./project_part_data.ts";

interface ProjectSettingsPageProps {
  data: ProjectPartData;
  state: State;
  url: URL;
}

/** The page of a project's name, members, and what needs a second thought. */
export function ProjectSettingsPage({ data, state, url }: ProjectSettingsPageProps) {
  const { projectId, part, problem } = data;
  const { language } = state;
  const server = state.server.address;
  if (part === null) return <ClosedProject {...{ projectId, problem, server, language }} />;
  const { project, members } = part;
  const me = pageUser(state, url);
  const owner = project.owner === me;
  const { archived } = project;
  const path = `/projects/${project.id}`;
  const texts = roomTexts(language);
  const asks = { path, texts, off: false, dialog: undefined };
  const code = url.searchParams.get("problem") ?? "";
  const refused = isProblemCode(code);
  const others = members.filter(({ username }) => username !== me);
  return (
    <div class="part-page">
      <Head>
        <title>{texts.project_settings} · {isolated(project.name)} · Chung</title>
      </Head>
      <PageHead back={{ href: path, label: t(language, "back_to_project") }}>
        {texts.project_settings}
      </PageHead>
      <section class="card">
        <h2>{texts.project_name}</h2>
        {refused && <p class="problem" id="undone" role="alert">{errorText(language, code)}</p>}
        {owner && !archived
          ? (
            <RenameForm
              name={project.name}
              action={ofServer(`${path}/name`, server, me)}
              typed={refused ? url.searchParams.get("name") : null}
              texts={texts}
            />
          )
          : (
            <>
              <p class="project-name">
                <NamedText text="{project}" values={{ project: project.name }} />
              </p>
              <p class="hint">
                {archived
                  ? t(language, "archived_name_stays")
                  : t(language, "only_owner_renames", { owner: project.owner })}
              </p>
            </>
          )}
      </section>
      <section class="card">
        <h2>{texts.members}</h2>
        <p>{t(language, "people_count", { count: members.length })}</p>
        <p>
          <a class="button secondary" href={`${path}/people`}>{t(language, "people_manage")}</a>
        </p>
      </section>
      <section class="card">
        <h2>{t(language, "export_title")}</h2>
        <p>{t(language, "export_means")}</p>
        <p>
          <a class="button secondary" href={`${path}/export`}>{t(language, "export_open")}</a>
        </p>
      </section>
      {!archived && (
        <section class="card">
          <h2>{t(language, "import_title")}</h2>
          <p>{t(language, "import_means")}</p>
          <p>
            <a class="button secondary" href={`${path}/import`}>{t(language, "import_open")}</a>
          </p>
        </section>
      )}
      <section class="card careful">
        <h2>{t(language, "project_careful")}</h2>
        {owner && !archived && (
          <Choice title={t(language, "hand_on_title")} means={t(language, "hand_on_means")}>
            {others.length === 0
              ? <p class="hint">{t(language, "hand_on_nobody")}</p>
              : (
                <form method="get" action={`${path}/owner`} class="field-and-button">
                  <select name="username" aria-label={t(language, "hand_on_to")}>
                    {others.map(({ username }) => <option key={username}>{username}</option>)}
                  </select>
                  <button type="submit" class="secondary">{t(language, "hand_on")}</button>
                </form>
              )}
          </Choice>
        )}
        <Choice
          title={texts.leave_project}
          means={!owner
            ? t(language, "leave_means")
            : archived
            ? texts.owner_restores_first
            : texts.owner_cannot_leave}
        >
          {!owner && (
            <AskLink
              {...asks}
              user={me}
              below="/members/remove"
              label={texts.leave_project}
              kind="danger"
            />
          )}
        </Choice>
        {owner && (
          <Choice
            title={archived ? texts.restore_project : texts.archive_project}
            means={archived ? texts.restore_project_means : t(language, "archive_means")}
          >
            <AskLink
              {...asks}
              below={archived ? "/restore" : "/archive"}
              label={archived ? texts.restore_project : texts.archive_project}
              kind={archived ? "secondary" : "danger"}
            />
          </Choice>
        )}
      </section>
    </div>
  );
}

interface ChoiceProps {
  title: string;
  means: string;
  children: ComponentChildren;
}

function Choice({ title, means, children }: ChoiceProps) {
  return (
    <div class="choice-row">
      <div>
        <h3>{title}</h3>
        <p class="hint">{means}</p>
      </div>
      {children}
    </div>
  );
}
