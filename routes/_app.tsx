import { asset } from "fresh/runtime";
import { AdministrationNav } from "../client/components/shell/administration_nav.tsx";
import { TasksLink } from "../client/components/my_tasks/tasks_link.tsx";
import { PageNotice } from "../client/components/notices/page_notice.tsx";
import { Sidebar } from "../client/components/shell/sidebar.tsx";
import { SiteHeader } from "../client/components/shell/site_header.tsx";
import { define } from "../client/http/define.ts";
import { isApple } from "../client/components/keys/is_apple.ts";
import { sidebarData } from "../client/session/sidebar_data.ts";
import { listTexts } from "../client/i18n/list_texts.ts";
import { t } from "../client/i18n/translate.ts";
import { projectInPath } from "../client/shared/paths.ts";
import { countText } from "../client/shared/tasks/count_text.ts";
import type { ProjectSummary } from "../lib/model/project.ts";
import ProjectList from "../islands/ProjectList.tsx";

/** The `--bg` of each theme, for the bars around the page. */
const GROUNDS = [["light", "#ffffff"], ["dark", "#1b1917"]];

/** For rows without their last messages. */
const withoutMessage = (project: ProjectSummary) => ({ ...project, last_message: null });

export default define.page(async function App({ Component, req, state, url }) {
  // An error page may be rendered before the middleware has set the state.
  const { language = "vi", theme = "system", session, notice } = state;
  const sidebar = await sidebarData(state, url);
  const now = new Date();
  // Such a page autofocuses nothing: what has failed or is done comes by POST, a query or a notice.
  const opensRoom = req.method === "GET" && !notice &&
    /^\/projects\/\d+$/.test(url.href.slice(url.origin.length));
  const main = (
    <main id="main" tabIndex={-1}>
      {session && notice && (
        <PageNotice
          notice={notice}
          language={language}
          server={state.server.address}
          username={session.user.username}
        />
      )}
      <Component />
    </main>
  );
  return (
    <html lang={language} data-theme={theme === "system" ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <link rel="icon" href={asset("/favicon.svg")} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={asset("/icons/apple-touch-icon.png")} />
        <link rel="manifest" href={asset("/app.webmanifest")} />
        {GROUNDS.map(([scheme, colour]) =>
          (theme === "system" || theme === scheme) && (
            <meta
              key={scheme}
              name="theme-color"
              content={colour}
              media={theme === "system" ? `(prefers-color-scheme: ${scheme})` : undefined}
            />
          )
        )}
        <link rel="stylesheet" href={asset("/app.css")} />
        {
          // Browsers put the caret of an autofocused field before the text that is in it; this puts it behind. It may
          // run before the browser focuses the field, or after somebody has begun to type; it runs before other
          // scripts, which take the focus only where nothing else has it. Told here, because nearly all pages load it.
        }
        {!opensRoom && <script type="module" src={asset("/caret.js")} />}
        {!opensRoom && <script type="module" src={asset("/drop_guard.js")} />}
      </head>
      <body>
        <a class="skip-link" href="#main">{t(language, "skip_to_content")}</a>
        {sidebar === null || !session
          ? (
            <div class="plain">
              <SiteHeader language={language} loggedIn={Boolean(session)} />
              {main}
            </div>
          )
          : (
            <div class={url.pathname === "/" ? "shell at-list" : "shell"}>
              <Sidebar
                language={language}
                username={session.user.username}
                searching={url.pathname === "/search"}
                older={sidebar.more ? `/?before=${sidebar.projects.at(-1)!.id}` : null}
                apple={isApple(req.headers.get("user-agent"))}
                tasks={
                  <TasksLink
                    count={sidebar.tasks}
                    now={now}
                    here={url.pathname === "/tasks"}
                    texts={listTexts(language)}
                  />
                }
                administration={session.user.role === "admin" && (
                  <AdministrationNav language={language} here={url.pathname} />
                )}
              >
                <ProjectList
                  projects={url.pathname === "/"
                    ? sidebar.projects
                    : sidebar.projects.map(withoutMessage)}
                  counted={sidebar.tasks === null ? "" : countText(sidebar.tasks, now)}
                  here={projectInPath(url.pathname)}
                  titled={url.pathname === "/"}
                  username={session.user.username}
                  server={state.server.address}
                  texts={listTexts(language)}
                />
              </Sidebar>
              {main}
            </div>
          )}
      </body>
    </html>
  );
});
