import { page } from "fresh";
import { Head } from "fresh/runtime";
import { dayOf } from "../../client/components/board/due_day.ts";
import { LiveTasks } from "../../client/components/my_tasks/live_tasks.tsx";
import { PageHead } from "../../client/components/shell/page_head.tsx";
import { define } from "../../client/http/define.ts";
import { pageUser } from "../../client/http/page_user.ts";
import { type Problem, problemOf } from "../../client/http/problem.ts";
import { redirectToLogin } from "../../client/http/redirect_to_login.ts";
import { myTasksTexts } from "../../client/i18n/my_tasks_texts.ts";
import { t } from "../../client/i18n/translate.ts";
import { mostTasks, ownTaskList, TASKS_STEP } from "../../client/pages/my_tasks/own_task_list.ts";
import { WaitingForServer } from "../../client/pages/waiting_for_server.tsx";
import type { OwnTaskList } from "../../client/shared/tasks/own_task.ts";
import { tokenIsGone } from "../../client/upstream/token_is_gone.ts";
import MyTasks from "../../islands/MyTasks.tsx";

interface TasksData {
  /** Null when it can't be loaded. */
  list: OwnTaskList | null;
  most: number;
  /** Why it can't be loaded. */
  problem: Problem | null;
}

export const handler = define.handlers({
  async GET(ctx) {
    const { session, language } = ctx.state;
    if (session === null) return redirectToLogin(ctx, false);
    const most = mostTasks(ctx.url.searchParams);
    try {
      const { list, page: projects } = await ownTaskList(session, most);
      ctx.state.projects = projects;
      ctx.state.tasks = list.count;
      return page<TasksData>({ list, most, problem: null });
    } catch (error) {
      const problem = problemOf(error, language);
      if (tokenIsGone(problem)) return redirectToLogin(ctx, true);
      return page<TasksData>({ list: null, most, problem }, { status: problem.status });
    }
  },
});

/** The person's open tasks over all projects. */
export default define.page<typeof handler>(function TasksPage({ data, state, url }) {
  const { language, server } = state;
  const { list, most, problem } = data;
  const title = t(language, "my_tasks");
  const head = (
    <Head>
      <title>{title} · Chung</title>
    </Head>
  );
  if (problem?.code === "unreachable") {
    return (
      <>
        {head}
        <WaitingForServer language={language} server={server.address} />
      </>
    );
  }
  const live = list && {
    list,
    most,
    step: TASKS_STEP,
    day: dayOf(new Date()),
    username: pageUser(state, url),
    server: server.address,
    texts: myTasksTexts(language),
  };
  return (
    <div class="part-page tasks-page">
      {head}
      <PageHead back={{ href: "/", label: t(language, "all_projects") }}>{title}</PageHead>
      {problem !== null && <p class="problem" role="alert">{problem.text}</p>}
      {live !== null && (
        <>
          <div class="tasks-place">
            <LiveTasks {...live} />
          </div>
          <MyTasks {...live} />
        </>
      )}
    </div>
  );
});
