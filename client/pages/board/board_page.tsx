import { Head } from "fresh/runtime";
import { ProjectTabs } from "../../components/board/project_tabs.tsx";
import { pageUser } from "../../http/page_user.ts";
import type { State } from "../../http/route_state.ts";
import { boardTexts } from "../../i18n/board_texts.ts";
import { fill } from "../../i18n/message.ts";
import { t } from "../../i18n/translate.ts";
import { isolated } from "../../shared/isolated_text.ts";
import Board from "../../../islands/Board.tsx";
import { ClosedProject } from "../closed_project.tsx";
import type { BoardPageData } from "./board_page_data.ts";

interface BoardPageProps {
  data: BoardPageData;
  state: State;
  url: URL;
}

/** A project's board, or why it can't be shown; typed text is kept in either case. */
export function BoardPage({ data, state, url }: BoardPageProps) {
  const { projectId, view, problem, filter, card, whole, adding, saving, undone } = data;
  const { language } = state;
  const server = state.server.address;
  if (view === null) {
    const typed = saving?.notes ?? adding?.title ?? "";
    return (
      <>
        <ClosedProject {...{ projectId, problem, server, language }} />
        {typed !== "" && (
          <div class="card narrow">
            <label for="typed">{t(language, saving ? "task_notes" : "task_title")}</label>
            <textarea id="typed" rows={6} readOnly>{typed}</textarea>
          </div>
        )}
      </>
    );
  }
  return (
    <div class="board-page">
      <Head>
        <title>
          {fill(t(language, "board_title"), { project: isolated(view.project.name) })} · Chung
        </title>
      </Head>
      <ProjectTabs projectId={projectId} here="board" language={language} />
      {undone !== null && <p class="problem undone" role="alert">{undone}</p>}
      <Board
        view={view}
        server={server}
        me={pageUser(state, url)}
        filter={filter}
        chatBeside={state.chatBeside}
        card={card}
        whole={whole}
        adding={adding}
        saving={saving}
        tag={crypto.randomUUID()}
        texts={boardTexts(language)}
      />
    </div>
  );
}
