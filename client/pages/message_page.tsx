import { Head } from "fresh/runtime";
import { isActivity, type Message } from "../../lib/model/message.ts";
import type { Language } from "../i18n/language.ts";
import { roomTexts } from "../i18n/room_texts.ts";
import { t } from "../i18n/translate.ts";
import type { LogTask } from "../shared/log/log_tasks.ts";
import { fromSearch, messagePlace } from "../shared/log/places.ts";
import { ofServer } from "../shared/paths.ts";
import type { SearchOrigin } from "../shared/search_query.ts";
import { isNoProject, type Problem } from "../http/problem.ts";
import { taskChip } from "../components/log/tasks/task_chip.tsx";
import { MessageText } from "../components/markup/message_text.tsx";
import { ResultsLink } from "./results_link.tsx";
import { chatTime } from "../components/chat_time.ts";
import { WaitingForServer } from "./waiting_for_server.tsx";
import { TodayScript } from "./today_script.tsx";

/** Data of a single message's page. */
export interface MessagePageData {
  projectId: number;
  messageId: number;
  /** The search that led here, if any. */
  search: SearchOrigin | null;
  /** Null when the message can't be loaded. */
  message: Message | null;
  /** The task that was made of the message. */
  task?: LogTask;
  /** Whether the project is archived, so that nothing in it can be changed. */
  archived: boolean;
  /** Whether the user owns the project and so may delete any message. */
  owner: boolean;
  /** The edited text before an error; null when nothing was typed. */
  typed: string | null;
  /** The error of an action or of loading. */
  problem: Problem | null;
}

interface MessagePageProps {
  data: MessagePageData;
  username: string;
  /** `HOST:PORT`. */
  server: string;
  language: Language;
  now: Date;
}

/** The page to edit or delete one message. */
export function MessagePage({ data, username, server, language, now }: MessagePageProps) {
  const { projectId, messageId, search, message, task, owner, typed, problem } = data;
  const title = titleOf(data, language);
  const head = (
    <Head>
      <title>{title} · Chung</title>
    </Head>
  );
  if (problem?.code === "unreachable" && typed === null) {
    return (
      <>
        {head}
        <WaitingForServer language={language} server={server} />
      </>
    );
  }
  const author = message?.user === username;
  const { archived } = data;
  const form = typed !== null || (author && !message?.deleted && !archived);
  const path = `/projects/${projectId}/messages/${messageId}`;
  const action = fromSearch(ofServer(path, server, username), search);
  return (
    <div class="card narrow message-page">
      {head}
      <TodayScript />
      <ResultsLink projectId={projectId} search={search} at={messageId} language={language} />
      <h1>{title}</h1>
      {problem !== null && <p class="problem" id="message-problem" role="alert">{problem.text}</p>}
      {problem?.status === 401 && (
        <p>
          <a class="button" href={`/login?next=/projects/${projectId}`} target="_blank">
            {t(language, "log_in")}
          </a>
        </p>
      )}
      {/* Not shown again beside the form's field. */}
      {message !== null && (!form || typed !== null) && (
        <blockquote tabIndex={0}>
          {message.deleted
            ? <i>{t(language, "deleted_message")}</i>
            : <MessageText text={message.message} />}
          <p>
            <time dateTime={message.timestamp}>{chatTime(message.timestamp, now)}</time>
          </p>
        </blockquote>
      )}
      {form && (
        <form method="post" action={action}>
          <input type="hidden" name="do" value="edit" />
          <div class="field">
            <label for="message">{t(language, "message_text")}</label>
            <textarea
              id="message"
              name="message"
              rows={6}
              required
              autocomplete="off"
              autofocus={problem !== null}
              aria-invalid={problem !== null && typed !== null}
              aria-describedby={problem === null ? undefined : "message-problem"}
              defaultValue={typed ?? message?.message}
            />
          </div>
          <button type="submit">{t(language, "message_save")}</button>
        </form>
      )}
      {archived && problem?.code !== "project_archived" && (
        <p class="notice-box">{t(language, "room_archived")}</p>
      )}
      {message !== null && task !== undefined && (
        <p>{taskChip({ message, task, now, texts: roomTexts(language) })}</p>
      )}
      {message !== null && task === undefined && !message.deleted && !isActivity(message) &&
        !archived && (
        <form method="post" action={action} id="promote">
          <input type="hidden" name="do" value="promote" />
          <p class="hint">{t(language, "make_task_means")}</p>
          <button type="submit" class={form ? "secondary" : undefined}>
            {t(language, "make_task")}
          </button>
        </form>
      )}
      {message !== null && !message.deleted && !archived && (author || owner) && (
        <form method="post" action={action} id="delete">
          <input type="hidden" name="do" value="delete" />
          <p class="hint">{t(language, "message_delete_means")}</p>
          <button type="submit" class="danger">{t(language, "message_delete")}</button>
        </form>
      )}
      <p>
        {problem !== null && isNoProject(problem)
          ? <a href="/">{t(language, "all_projects")}</a>
          : message === null
          ? (
            <a href={fromSearch(`/projects/${projectId}`, search)}>
              {t(language, "back_to_project")}
            </a>
          )
          : <a href={messagePlace(projectId, messageId, search)}>{t(language, "message_in_log")}
          </a>}
      </p>
    </div>
  );
}

function titleOf({ message, typed, problem }: MessagePageData, language: Language): string {
  if (message !== null) return t(language, "message_page", { user: message.user });
  if (typed !== null) return t(language, "message_text");
  const gone = problem?.code === "message_not_found";
  return t(language, gone ? "message_not_found_title" : "cannot_open_project");
}
