import type { Ref } from "preact";
import type { ProjectSummary } from "../../lib/model/project.ts";
import type { Values } from "../i18n/message.ts";
import { format } from "../i18n/format.ts";
import type { ListTexts } from "../i18n/list_texts.ts";
import { contained } from "../shared/isolated_text.ts";
import { ProjectTile } from "./avatar.tsx";
import { chatTime } from "./chat_time.ts";
import { plainText } from "./markup/plain_text.ts";

interface ProjectListProps {
  projects: readonly ProjectSummary[];
  /** The project of the page. */
  here?: number | null;
  texts: ListTexts;
  /** The current time, for lines with the last messages; null for rows without. */
  now: Date | null;
  list?: Ref<HTMLDivElement>;
}

/** The user's projects, or that there are none; the archived ones are folded below. */
export function ProjectList({ projects, here, texts, now, list }: ProjectListProps) {
  const say = sayIn(texts);
  const archived = projects.filter((project) => project.archived);
  const open = projects.filter((project) => !project.archived);
  const rows = (projects: readonly ProjectSummary[]) => (
    <ul class="project-list">
      {projects.map((project) => (
        <ProjectRow
          key={project.id}
          project={project}
          here={project.id === here}
          texts={texts}
          now={now}
        />
      ))}
    </ul>
  );
  return (
    <div ref={list}>
      {projects.length > 0
        ? open.length > 0 && rows(open)
        : <p class="no-projects">{say("no_projects_title")}</p>}
      {archived.length > 0 && (
        <details
          class="archived-projects"
          open={archived.some(({ id }) => id === here)}
        >
          <summary>{say("archived_projects", { count: archived.length })}</summary>
          {rows(archived)}
        </details>
      )}
    </div>
  );
}

interface ProjectRowProps {
  project: ProjectSummary;
  here: boolean;
  texts: ListTexts;
  now: Date | null;
}

function ProjectRow({ project, here, texts, now }: ProjectRowProps) {
  return (
    <li
      class={`project${project.unread + project.mentions > 0 ? " unread" : ""}${
        here ? " here" : ""
      }`}
    >
      <ProjectTile project={project} />
      <a href={`/projects/${project.id}`} dir="auto" aria-current={here ? "page" : undefined}>
        {contained(project.name)}
      </a>
      <Badges project={project} texts={texts} />
      {now !== null && <LastMessage project={project} texts={texts} now={now} />}
    </li>
  );
}

/** The unread and mention counts, with text alternatives for screen readers. */
function Badges({ project, texts }: { project: ProjectSummary; texts: ListTexts }) {
  const { unread, mentions } = project;
  // A task that was assigned to the reader mentions them, but isn't an unread message.
  if (unread + mentions === 0) return null;
  const say = sayIn(texts);
  return (
    <p class="badges">
      <Count
        look="badge"
        sign="@"
        count={mentions}
        words={say("mention_count", { count: mentions })}
      />{" "}
      <Count look="count" count={unread} words={say("unread_count", { count: unread })} />
    </p>
  );
}

interface CountProps {
  /** The element's class. */
  look: string;
  sign?: string;
  count: number;
  /** The count in words, as a text alternative. */
  words: string;
}

/** A count in short; nothing for 0. */
export function Count({ look, sign, count, words }: CountProps) {
  return count > 0
    ? (
      <span class={look} title={words}>
        <span aria-hidden="true">{sign}{shortCount(count)}</span>
        <span class="visually-hidden">, {words}</span>
      </span>
    )
    : null;
}

/** The row cuts off longer lines anyway. */
const PREVIEW_CHARACTERS = 200;

/** Drops half of a surrogate pair (such as an emoji) at the end. */
function preview(message: string): string {
  return message.slice(0, PREVIEW_CHARACTERS).replace(/[\ud800-\udbff]$/, "");
}

function LastMessage(
  { project, texts, now }: { project: ProjectSummary; texts: ListTexts; now: Date },
) {
  const last = project.last_message;
  const say = sayIn(texts);
  if (last === null) return <p class="last-message">{say("no_messages_yet")}</p>;
  return (
    <p class="last-message">
      <span class="preview">
        <b class="author">{last.user}</b>
        {": "}
        {last.deleted
          ? <i>{say("deleted_message")}</i>
          : <bdi>{preview(plainText(last.message))}</bdi>}
      </span>
      <time dateTime={last.timestamp}>{chatTime(last.timestamp, now)}</time>
    </p>
  );
}

/** The count shown on a badge, capped at 999+. */
export function shortCount(count: number): string {
  return count > 999 ? "999+" : String(count);
}

/** Returns what says a sentence of the list in the page's language. */
export function sayIn({ language, texts }: ListTexts) {
  return (key: keyof ListTexts["texts"], values?: Values) => format(language, texts[key], values);
}
