import { Head } from "fresh/runtime";
import { Fragment } from "preact";
import { isActivity, type Message, type MessagePage } from "../../lib/model/message.ts";
import type { Member, Project } from "../../lib/model/project.ts";
import type { Language } from "../i18n/language.ts";
import { roomTexts } from "../i18n/room_texts.ts";
import { t } from "../i18n/translate.ts";
import { contained, isolated } from "../shared/isolated_text.ts";
import { withNames } from "../components/room/known_names.ts";
import { ResultsLink } from "./results_link.tsx";
import type { LogTasks } from "../shared/log/log_tasks.ts";
import { fromSearch } from "../shared/log/places.ts";
import type { SearchOrigin } from "../shared/search_query.ts";
import { DayLine } from "../components/log/day_line.tsx";
import { dayName } from "../components/log/log_dates.ts";
import { logPlaces } from "../components/log/message_groups.ts";
import { MessageLine } from "../components/log/message_line.tsx";
import { taskChip } from "../components/log/tasks/task_chip.tsx";
import { taskLine } from "../components/log/tasks/task_line.tsx";
import { ActivityLine } from "../components/log/activity_line.tsx";
import { TodayScript } from "./today_script.tsx";

/** A page of the log and the direction in which it was requested. */
export interface LogPageData extends MessagePage {
  direction: "older" | "newer";
  project: Project;
  members: Member[];
  /** The tasks that were made of `messages`, where there are any. */
  tasks?: LogTasks;
  /** The search that led here, if any. */
  search: SearchOrigin | null;
}

interface LogPageProps {
  log: LogPageData;
  username: string;
  language: Language;
  now: Date;
}

/** Older or newer messages, for browsing the log without script. */
export function LogPage({ log, username, language, now }: LogPageProps) {
  const { direction, more, messages, project, search } = log;
  const path = `/projects/${project.id}`;
  const title = t(language, `${direction}_messages`);
  const texts = roomTexts(language);
  const names = withNames(new Set(), log.members, messages);
  const displayNames = new Map(log.members.map(({ username, name }) => [username, name]));
  // The previous page is not empty; whether there is a next one is told by `more`.
  const older = direction === "newer" || more ? messages.at(0) : undefined;
  const newer = direction === "older" || more ? messages.at(-1) : undefined;
  const menu = ({ id, user, deleted }: Message) => {
    if (deleted || project.archived) return null;
    const label = user === username
      ? texts.message_menu
      : project.owner === username
      ? texts.delete
      : texts.message_copying;
    return (
      <a
        class="message-menu"
        href={fromSearch(`${path}/messages/${id}`, search)}
        aria-label={label}
        title={label}
      />
    );
  };
  const chip = (message: Message) => {
    const task = log.tasks?.tasks.find(({ id }) => id === message.task_id);
    return task && taskLine(message.id, taskChip({ message, task, now, texts }));
  };
  return (
    <section class="log-page" aria-labelledby="log-page">
      <Head>
        <title>{title} · {isolated(project.name)} · Chung</title>
      </Head>
      <TodayScript />
      <ResultsLink projectId={project.id} search={search} at={null} language={language} />
      <h1 id="log-page">{title}</h1>
      <p class="about">
        <bdi>{contained(project.name)}</bdi>
      </p>
      {older !== undefined && (
        <p class="older">
          <a href={fromSearch(`${path}?before=${older.id}`, search)}>
            {t(language, "older_messages")}
          </a>
        </p>
      )}
      {messages.length === 0 && <p class="empty">{t(language, `no_${direction}_messages`)}</p>}
      <ol class="lines">
        {logPlaces(messages).map(({ message, startsDay, follows }) => (
          <Fragment key={message.id}>
            {startsDay && <DayLine name={dayName(message.timestamp, now, texts)} />}
            {isActivity(message)
              ? <ActivityLine message={message} now={now} texts={texts} />
              : (
                <MessageLine
                  message={message}
                  name={displayNames.get(message.user)}
                  own={message.user === username}
                  follows={follows}
                  now={now}
                  texts={texts}
                  names={names}
                  me={username}
                >
                  {chip(message)}
                  {menu(message)}
                </MessageLine>
              )}
          </Fragment>
        ))}
      </ol>
      {newer !== undefined && (
        <p class="older">
          <a href={fromSearch(`${path}?after=${newer.id}`, search)}>
            {t(language, "newer_messages")}
          </a>
        </p>
      )}
      <p class="older">
        <a class="button" href={fromSearch(path, search)}>{t(language, "back_to_project")}</a>
      </p>
    </section>
  );
}
