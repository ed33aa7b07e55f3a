import { asset, Head } from "fresh/runtime";
import { PageHead } from "../../components/shell/page_head.tsx";
import { pageUser } from "../../http/page_user.ts";
import type { State } from "../../http/route_state.ts";
import { t } from "../../i18n/translate.ts";
import { isolated } from "../../shared/isolated_text.ts";
import { ofServer } from "../../shared/paths.ts";
import { ClosedProject } from "../closed_project.tsx";
import { ChooseFile } from "./choose_file.tsx";
import { ImportOutcome } from "./import_outcome.tsx";
import type { ImportPageData } from "./import_page_data.ts";
import { ImportPreview } from "./import_preview.tsx";

interface ImportPageProps {
  data: ImportPageData;
  state: State;
  url: URL;
}

/** The page on which tasks of a file are imported: choosing it, its preview, and how it ended. */
export function ImportPage({ data, state, url }: ImportPageProps) {
  const { projectId, part, problem, file, refusal } = data;
  const { language } = state;
  const server = state.server.address;
  if (part === null) return <ClosedProject {...{ projectId, problem, server, language }} />;
  const { project, members } = part;
  const path = `/projects/${project.id}`;
  const username = pageUser(state, url);
  const shared = {
    ...{ file: file!, path, language, query: url.searchParams },
    run: ofServer(`${path}/import/run`, server, username),
    members: members.map(({ username }) => username),
  };
  return (
    <div class="part-page">
      <Head>
        <title>{t(language, "import_of", { project: isolated(project.name) })} · Chung</title>
        <link rel="stylesheet" href={asset("/transfer.css")} />
      </Head>
      <PageHead back={{ href: `${path}/settings`, label: t(language, "project_settings") }}>
        {t(language, "import_title")}
      </PageHead>
      {project.archived
        ? <p class="notice-box">{t(language, "import_archived_project")}</p>
        : file === null
        ? (
          <ChooseFile
            action={ofServer(`${path}/import`, server, username)}
            refusal={refusal}
            language={language}
          />
        )
        : file.progress.state === "ready" ||
            file.progress.state === "stopped" && file.tasks === null
        ? <ImportPreview {...shared} />
        : <ImportOutcome {...shared} />}
    </div>
  );
}
