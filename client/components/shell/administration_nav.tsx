import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { ADMINISTRATION_PAGES } from "../../shared/administration/administration_pages.ts";
import { StrokeIcon, STROKES } from "../icon.tsx";

const PAGE_STROKES = {
  admin_people: STROKES.people,
  admin_server: "M4 4h16v7H4zM4 13h16v7H4zM8 7.5h.01M8 16.5h.01M12 7.5h4M12 16.5h4",
  admin_log: "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3",
} as const;

interface AdministrationNavProps {
  language: Language;
  /** The path of the page. */
  here: string;
}

/** The sidebar's links for admins, folded on every other page. */
export function AdministrationNav({ language, here }: AdministrationNavProps) {
  const title = t(language, "administration");
  const pages = Object.entries(ADMINISTRATION_PAGES);
  return (
    <nav class="sidebar-tasks sidebar-admin" aria-label={title}>
      <details open={pages.some(([path]) => path === here)}>
        <summary>{title}</summary>
        <ul>
          {pages.map(([path, name]) => (
            <li key={path}>
              <a
                class={path === here ? "tasks-link here" : "tasks-link"}
                href={path}
                aria-current={path === here ? "page" : undefined}
              >
                <StrokeIcon path={PAGE_STROKES[name]} />
                {t(language, name)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
