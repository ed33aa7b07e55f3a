import { isActivity, type Message } from "../../../lib/model/message.ts";
import type { Project } from "../../../lib/model/project.ts";
import type { Language } from "../../i18n/language.ts";
import { roomTexts } from "../../i18n/room_texts.ts";
import { t } from "../../i18n/translate.ts";
import { contained } from "../../shared/isolated_text.ts";
import { messagePlace } from "../../shared/log/places.ts";
import type { SearchOrigin } from "../../shared/search_query.ts";
import { Avatar, ProjectTile } from "../avatar.tsx";
import { chatTime } from "../chat_time.ts";
import { fullTime } from "../log/log_dates.ts";
import { activityText } from "../log/activity_line.tsx";
import { plainText } from "../markup/plain_text.ts";
import { lineExcerpt, searchExcerpt } from "./search_excerpt.ts";
import { searchMarks } from "./search_marks.ts";

/** A found message, and the lines around it in its log. */
export interface FoundMessage {
  message: Message;
  before?: Message;
  after?: Message;
  /** The project to name, where several are searched. */
  project?: Project;
}

interface SearchResultProps {
  found: FoundMessage;
  /** The words to mark. */
  words: string;
  /** The search, which its message leads back to. */
  search: SearchOrigin;
  language: Language;
  now: Date;
}

/** A result of a search, which links to its place in the log. */
export function SearchResult({ found, words, search, language, now }: SearchResultProps) {
  const { message, before, after, project } = found;
  const { id, project_id, user, timestamp } = message;
  const parts = searchExcerpt(searchMarks(plainText(message.message), words));
  return (
    <li class="card result" id={`result-${id}`}>
      {project !== undefined && (
        <p class="result-project">
          <ProjectTile project={project} />
          <a href={`/projects/${project.id}`} dir="auto">{contained(project.name)}</a>
          {project.archived && <span class="hint">{t(language, "archived")}</span>}
        </p>
      )}
      {before !== undefined && <ContextLine message={before} language={language} />}
      <div class="found">
        <Avatar name={user} size="medium" />
        {/* Many results share author and minute; their text distinguishes the links. */}
        <a
          class="place"
          href={messagePlace(project_id, id, search)}
          aria-describedby={`text-${id}`}
        >
          <b class="author">{user}</b>
          {" · "}
          <time dateTime={timestamp} title={fullTime(timestamp, roomTexts(language))}>
            {chatTime(timestamp, now)}
          </time>
        </a>
        <p class="text" id={`text-${id}`} dir="auto">
          {parts.map(({ text, marked }, at) => marked ? <mark key={at}>{text}</mark> : text)}
        </p>
      </div>
      {after !== undefined && <ContextLine message={after} language={language} />}
    </li>
  );
}

/** The line before or after a result; a deleted message tells nothing. */
function ContextLine({ message, language }: { message: Message; language: Language }) {
  const { user, deleted } = message;
  if (deleted) return null;
  return (
    <p class="context">
      {isActivity(message) ? activityText(message, roomTexts(language)) : (
        <>
          <b class="author">{user}</b>
          {": "}
          <bdi>{lineExcerpt(message.message)}</bdi>
        </>
      )}
    </p>
  );
}
