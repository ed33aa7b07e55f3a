import type { ComponentChildren } from "preact";
import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { Avatar } from "../avatar.tsx";
import { PAGE_STROKES, StrokeIcon, STROKES } from "../icon.tsx";
import { IconLink } from "../icon_link.tsx";
import { PaletteButton } from "../keys/palette_button.tsx";
import { SearchAllForm } from "../search/search_all_form.tsx";
import { Brand } from "./brand.tsx";

interface SidebarProps {
  language: Language;
  username: string;
  /** Whether the page is the search over all projects. */
  searching: boolean;
  /** The page that follows the listed projects; null where these are all. */
  older: string | null;
  /** Whether the keyboard has ⌘ where others have Ctrl. */
  apple: boolean;
  /** The link to the person's tasks. */
  tasks: ComponentChildren;
  /** The links for admins; null for others. */
  administration: ComponentChildren;
  /** The list of projects. */
  children: ComponentChildren;
}

/** Leads to the person's projects, settings and out, from every page. */
export function Sidebar(props: SidebarProps) {
  const { language, username, searching, older, apple, tasks, administration, children } = props;
  return (
    <div class="sidebar">
      <header class="sidebar-head">
        <Brand />
        <PaletteButton language={language} apple={apple} />
      </header>
      <SearchAllForm here={searching} language={language} />
      <nav class="sidebar-tasks" aria-label={t(language, "my_tasks")}>{tasks}</nav>
      <nav class="sidebar-list" aria-label={t(language, "your_projects")}>
        <div class="sidebar-label">
          <h2>{t(language, "your_projects")}</h2>
          <IconLink
            href="/#new-project"
            icon={PAGE_STROKES.plus}
            label={t(language, "new_project")}
          />
        </div>
        {children}
        {older !== null && <a class="sidebar-more" href={older}>{t(language, "older_projects")}</a>}
      </nav>
      {administration}
      <footer class="sidebar-foot">
        <Avatar name={username} size="medium" />
        <span class="account-name" title={t(language, "logged_in_as", { user: username })}>
          {username}
        </span>
        <IconLink href="/me" icon={STROKES.settings} label={t(language, "settings")} />
        <form method="post" action="/logout">
          <button
            type="submit"
            class="icon-button"
            aria-label={t(language, "log_out")}
            title={t(language, "log_out")}
          >
            <StrokeIcon path={PAGE_STROKES.log_out} />
          </button>
        </form>
      </footer>
    </div>
  );
}
