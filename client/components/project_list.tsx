import type { ProjectSummary } from "../../lib/model/project.ts";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import { chatTime } from "./room/chat_time.ts";

interface ProjectListProps {
  projects: readonly ProjectSummary[];
  username: string;
  language: Language;
  now: Date;
}

/** The projects that a person owns or belongs to, or a friendly word where there is none. */
export function ProjectList({ projects, username, language, now }: ProjectListProps) {
  if (projects.length === 0) {
    return (
      <div class="card empty-state">
        <h2>{t(language, "no_projects_title")}</h2>
        <p>{t(language, "no_projects_text", { user: username })}</p>
      </div>
    );
  }
  return (
    <ul class="project-list">
      {projects.map((project) => (
        <li class="card project" key={project.id}>
          <h2>
            <a href={`/projects/${project.id}`}>{project.name}</a>
          </h2>
          <p class="about">
            {project.role === "owner"
              ? t(language, "you_own")
              : t(language, "owned_by", { owner: project.owner })}
            {" · "}
            {t(language, "members_count", { count: project.members })}
          </p>
          <LastMessage project={project} language={language} now={now} />
        </li>
      ))}
    </ul>
  );
}

/** More would not be seen: the line is cut at the card's edge. */
const PREVIEW_CHARACTERS = 200;

function LastMessage(
  { project, language, now }: { project: ProjectSummary; language: Language; now: Date },
) {
  const last = project.last_message;
  if (last === null) return <p class="last-message">{t(language, "no_messages_yet")}</p>;
  return (
    <p class="last-message">
      <span class="preview">
        <b class="author">{last.user}</b>
        {": "}
        {last.deleted
          ? <i>{t(language, "deleted_message")}</i>
          : last.message.slice(0, PREVIEW_CHARACTERS).toWellFormed()}
      </span>
      <time dateTime={last.timestamp}>{chatTime(last.timestamp, now)}</time>
    </p>
  );
}
