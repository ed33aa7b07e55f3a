import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { StrokeIcon, STROKES } from "../icon.tsx";
import { BOARD_STROKES } from "./board_icons.ts";

interface ProjectTabsProps {
  projectId: number;
  here: "chat" | "board";
  language: Language;
}

/** Leads from a project's chat to its board and back. Stands in the head of the page, which is an island's. */
export function ProjectTabs({ projectId, here, language }: ProjectTabsProps) {
  const tab = (name: ProjectTabsProps["here"], path: string, icon: string) => (
    <a
      href={path}
      title={t(language, `${name}_tab`)}
      aria-current={here === name ? "page" : undefined}
    >
      <StrokeIcon path={icon} />
      <span>{t(language, `${name}_tab`)}</span>
    </a>
  );
  return (
    <nav class="project-tabs" aria-label={t(language, "project_tabs")}>
      {tab("chat", `/projects/${projectId}`, BOARD_STROKES.chat)}
      {tab("board", `/projects/${projectId}/board`, STROKES.task)}
    </nav>
  );
}
