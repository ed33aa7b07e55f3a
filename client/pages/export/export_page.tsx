import { asset, Head } from "fresh/runtime";
import type { ComponentChildren } from "preact";
import { PageHead } from "../../components/shell/page_head.tsx";
import { pageUser } from "../../http/page_user.ts";
import type { State } from "../../http/route_state.ts";
import { exportTexts } from "../../i18n/export_texts.ts";
import { t } from "../../i18n/translate.ts";
import { isolated } from "../../shared/isolated_text.ts";
import ExportFile from "../../../islands/transfer/ExportFile.tsx";
import { ClosedProject } from "../closed_project.tsx";
import type { ProjectPartData } from "../project_part_data.ts";

interface ExportPageProps {
  data: ProjectPartData;
  state: State;
  url: URL;
}

/** The page from which what a project holds is downloaded. */
export function ExportPage({ data, state, url }: ExportPageProps) {
  const { projectId, part, problem } = data;
  const { language } = state;
  const server = state.server.address;
  if (part === null) return <ClosedProject {...{ projectId, problem, server, language }} />;
  const { project } = part;
  const path = `/projects/${project.id}`;
  const username = pageUser(state, url);
  const shared = { server, username, language, texts: exportTexts(language) };
  const table = `${path}/export/tasks.csv`;
  return (
    <div class="part-page">
      <Head>
        <title>{t(language, "export_of", { project: isolated(project.name) })} · Chung</title>
        <link rel="stylesheet" href={asset("/transfer.css")} />
      </Head>
      <PageHead back={{ href: `${path}/settings`, label: t(language, "project_settings") }}>
        {t(language, "export_title")}
      </PageHead>
      <FileCard title={t(language, "export_project")} means={t(language, "export_project_means")}>
        <ExportFile
          {...shared}
          href={`${path}/export/project.jsonl`}
          label={t(language, "export_project")}
          messages
        />
      </FileCard>
      <FileCard title={t(language, "export_tasks")} means={t(language, "export_tasks_means")}>
        <ExportFile
          {...shared}
          href={table}
          label={t(language, "export_tasks")}
          messages={false}
        />
        <p>
          <a class="other-form" href={`${table}?cells=semicolon`}>
            {t(language, "export_semicolons")}
          </a>
        </p>
      </FileCard>
    </div>
  );
}

interface FileCardProps {
  title: string;
  means: string;
  children: ComponentChildren;
}

function FileCard({ title, means, children }: FileCardProps) {
  return (
    <section class="card">
      <h2>{title}</h2>
      <p>{means}</p>
      {children}
    </section>
  );
}
