import { page } from "fresh";
import { Head } from "fresh/runtime";
import { NewProjectForm, type NewProjectFormData } from "../client/components/new_project_form.tsx";
import { listTitle } from "../client/components/listing/list_title.ts";
import { ProjectList as List } from "../client/components/project_list.tsx";
import { WaitingForServer } from "../client/pages/waiting_for_server.tsx";
import { pageUser } from "../client/http/page_user.ts";
import { define } from "../client/http/define.ts";
import { contentTag, formTag } from "../client/http/read_form.ts";
import { listedNames } from "../client/i18n/error_text.ts";
import { listTexts } from "../client/i18n/list_texts.ts";
import { splitTypedNames } from "../lib/protocol/name_list.ts";
import { tokenIsGone } from "../client/upstream/token_is_gone.ts";
import { answerPost } from "../client/http/answer_post.ts";
import { ofServer, projectId } from "../client/shared/paths.ts";
import PeopleOffer from "../islands/PeopleOffer.tsx";
import { t } from "../client/i18n/translate.ts";
import { isNoProject, type Problem, problemOf } from "../client/http/problem.ts";
import type { PersonSession } from "../client/session/person_session.ts";
import type { State } from "../client/http/route_state.ts";
import { redirectToLogin } from "../client/http/redirect_to_login.ts";
import { isFinalRefusal } from "../client/shared/refusal_codes.ts";
import type { Project, ProjectSummary } from "../lib/model/project.ts";

interface ProjectsData {
  /** Null when the list can't be loaded. */
  projects: ProjectSummary[] | null;
  /** Whether further ones follow. */
  more: boolean;
  /** Whether these are not the first ones, which alone are live. */
  later: boolean;
  /** Why the list can't be loaded. */
  problem: Problem | null;
  form: NewProjectFormData;
}

async function projectsData(
  session: PersonSession,
  state: State,
  form: NewProjectFormData,
  query = new URLSearchParams(),
): Promise<ProjectsData> {
  try {
    const before = projectId(query.get("before") ?? "");
    const { page, later } = await projectsAfter(session, before);
    if (!later) state.projects = page;
    return { ...page, later, problem: null, form };
  } catch (error) {
    return noProjects(problemOf(error, state.language), form);
  }
}

function noProjects(problem: Problem, form: NewProjectFormData): ProjectsData {
  return { projects: null, more: false, later: false, problem, form };
}

/** The page after a project; the first one where the user is no longer in that. */
async function projectsAfter(session: PersonSession, before: number | null) {
  if (before !== null) {
    try {
      return { page: await session.projects(before), later: true };
    } catch (error) {
      if (!isNoProject(problemOf(error, "en"))) throw error;
    }
  }
  return { page: await session.projects(), later: false };
}

/** Adds members to a new project and returns the URL of its page, which includes the typed names if that failed. */
async function invite(
  session: PersonSession,
  project: Project,
  names: string,
  state: State,
): Promise<string> {
  const path = `/projects/${project.id}`;
  if (splitTypedNames(names).length === 0) return path;
  try {
    await session.addMembers(project.id, names);
    return path;
  } catch (error) {
    const { code } = problemOf(error, state.language);
    // Names are listed by position: the URL has room for them only once.
    const listed = new Set(listedNames(names, error instanceof Error ? error.message : ""));
    const unknown = splitTypedNames(names).flatMap((name, place) => listed.has(name) ? [place] : [])
      .join(".");
    return `${path}?${new URLSearchParams({ names, problem: code, unknown })}`;
  }
}

export const handler = define.handlers({
  async GET(ctx) {
    const { session } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const form = { name: "", members: "", tag: crypto.randomUUID(), problem: null };
    const data = await projectsData(session, ctx.state, form, ctx.url.searchParams);
    if (tokenIsGone(data.problem)) return redirectToLogin(ctx, true);
    return page(data, { status: data.problem?.status });
  },

  /** Creates a project. */
  POST(ctx) {
    return answerPost(ctx, {
      formOnly: true,
      act(session, fields) {
        const name = fields.text("name").trim();
        return session.createProject(name, contentTag(formTag(fields), name));
      },
      done: (project, session, fields) =>
        invite(session, project, fields.text("members").trim(), ctx.state),
      async refused(problem, fields, session) {
        const tag = formTag(fields);
        const form = {
          name: fields.text("name").trim(),
          members: fields.text("members").trim(),
          // After a temporary failure the project may exist: a retry with the same tag finds it.
          tag: tag === undefined || isFinalRefusal(problem.code) ? crypto.randomUUID() : tag,
          problem: {
            text: problem.text,
            field: problem.code === "invalid_project_name" ? "name" : "form",
          } as const,
        };
        const data: ProjectsData = session === null
          ? noProjects(problem, form)
          : await projectsData(session, ctx.state, form);
        return page(data, { status: problem.status });
      },
    });
  },
});

export default define.page<typeof handler>(function ProjectsPage({ data, state, url }) {
  const { language, session } = state;
  const { projects, more, later, problem, form } = data;
  const texts = listTexts(language);
  const title = (
    <Head>
      <title>{listTitle(projects ?? [], texts)}</title>
    </Head>
  );
  const typed = form.problem !== null;
  if (problem?.code === "unreachable" && !typed) {
    return (
      <>
        {title}
        <WaitingForServer language={language} server={state.server.address} />
      </>
    );
  }
  const username = session?.user.username ?? "";
  const first = projects !== null && projects.length === 0;
  return (
    <div class="start-page">
      {title}
      {problem !== null && problem.text !== form.problem?.text && (
        <p class="problem" role="alert">{problem.text}</p>
      )}
      {problem?.status === 401 && (
        <p>
          <a class="button" href="/login" target="_blank">{t(language, "log_in")}</a>
        </p>
      )}
      {later
        ? (
          <div class="card">
            <h1>{t(language, "older_projects")}</h1>
            <p>
              <a href="/">{t(language, "newest_projects")}</a>
            </p>
            <List projects={projects!} texts={texts} now={new Date()} />
            {more && (
              <p>
                <a href={`/?before=${projects!.at(-1)!.id}`}>{t(language, "older_projects")}</a>
              </p>
            )}
          </div>
        )
        : username !== "" && (
          <div class="welcome">
            <h1>{t(language, "welcome", { user: username })}</h1>
            <p class="hint">
              {t(language, first ? "no_projects_text" : "welcome_choose", { user: username })}
            </p>
          </div>
        )}
      <NewProjectForm
        data={form}
        server={state.server.address}
        username={pageUser(state, url)}
        language={language}
      >
        <PeopleOffer
          url={ofServer("/people.json", state.server.address, pageUser(state, url))}
          label={t(language, "people_offered")}
        />
      </NewProjectForm>
    </div>
  );
});
