import { Head } from "fresh/runtime";
import type { Problem } from "../http/problem.ts";
import { isNoProject } from "../http/problem.ts";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import { WaitingForServer } from "./waiting_for_server.tsx";

interface ClosedProjectProps {
  projectId: number;
  /** Why the project can't be loaded. */
  problem: Problem | null;
  /** `HOST:PORT`. */
  server: string;
  language: Language;
}

/** Replaces a page about a project that can't be loaded. */
export function ClosedProject({ projectId, problem, server, language }: ClosedProjectProps) {
  const title = t(language, "cannot_open_project");
  return (
    <>
      <Head>
        <title>{title} · Chung</title>
      </Head>
      {problem?.code === "unreachable"
        ? <WaitingForServer language={language} server={server} />
        : (
          <div class="card narrow">
            <h1>{title}</h1>
            {problem !== null && <p class="problem" role="alert">{problem.text}</p>}
            <p>
              {problem !== null && isNoProject(problem)
                ? <a class="button" href="/">{t(language, "all_projects")}</a>
                : (
                  <a class="button" href={`/projects/${projectId}`}>
                    {t(language, "back_to_project")}
                  </a>
                )}
            </p>
          </div>
        )}
    </>
  );
}
