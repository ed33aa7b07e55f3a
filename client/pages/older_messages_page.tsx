import { Head } from "fresh/runtime";
import type { MessagePage } from "../../lib/model/message.ts";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import { MessageLine } from "../components/room/message_line.tsx";

interface OlderMessagesPageProps {
  projectId: number;
  older: MessagePage;
  username: string;
  language: Language;
  now: Date;
}

/** A piece of the log before the one that the room shows. */
export function OlderMessagesPage(props: OlderMessagesPageProps) {
  const { projectId, older, username, language, now } = props;
  const path = `/projects/${projectId}`;
  return (
    <section class="older-page" aria-labelledby="older-messages">
      <Head>
        <title>{t(language, "older_messages")} · Chung</title>
      </Head>
      <h1 id="older-messages">{t(language, "older_messages")}</h1>
      {older.more && (
        <p class="older">
          <a href={`${path}?before=${older.messages[0].id}`}>{t(language, "older_messages")}</a>
        </p>
      )}
      {older.messages.length === 0 && <p class="empty">{t(language, "no_older_messages")}</p>}
      <ol class="lines">
        {older.messages.map((message) => (
          <MessageLine
            key={message.id}
            message={message}
            own={message.user === username}
            now={now}
            deletedText={t(language, "deleted_message")}
          />
        ))}
      </ol>
      <p class="older">
        <a class="button" href={path}>{t(language, "newest_messages")}</a>
      </p>
    </section>
  );
}
