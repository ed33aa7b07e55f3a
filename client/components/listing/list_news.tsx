import { useEffect } from "preact/hooks";
import type { Message } from "../../../lib/model/message.ts";
import type { ProjectSummary } from "../../../lib/model/project.ts";
import type { ListTexts } from "../../i18n/list_texts.ts";
import type { TaskCount } from "../../shared/tasks/task_count.ts";
import { showCount } from "../my_tasks/show_count.tsx";
import { MentionNotifier } from "../notifications/mention_notifier.ts";
import { alertsOfMentions } from "../notifications/notification_permission.ts";
import { showUnreadIcon } from "../notifications/tab_icon.ts";
import { sayIn } from "../project_list.tsx";
import { listTitle } from "./list_title.ts";

interface ListNewsProps {
  listed: readonly ProjectSummary[];
  /** The count of the person's tasks; null while it is as the page shows it. */
  tasks: TaskCount | null;
  now: Date;
  state: "live" | "lost" | "paused" | "ended";
  /** Whether the list is what the page is about, so that the tab's title counts what is unread. */
  titled: boolean;
  /** Whether something else tells of the projects. */
  quiet: boolean;
  texts: ListTexts;
}

/** Tells what is new, and when the list is out of date. */
export function ListNews({ listed, tasks, now, state, titled, quiet, texts }: ListNewsProps) {
  const say = sayIn(texts);

  useEffect(() => {
    if (tasks !== null) showCount(tasks, now, texts);
  }, [tasks, now]);

  useEffect(() => {
    if (quiet) return;
    if (titled) document.title = listTitle(listed, texts);
    showUnreadIcon(listed.some(({ unread, mentions }) => unread + mentions > 0));
  }, [listed]);

  if (quiet || state === "live") return null;
  return (
    <p class="list-notice" role="status">
      {say(NOTICES[state])} {state === "ended" && (
        // A new window, because this one may hold a half-typed project.
        <a href="/login" target="_blank">{say("log_in")}</a>
      )}
    </p>
  );
}

const NOTICES = {
  lost: "list_connection_lost",
  paused: "room_paused",
  ended: "list_ended",
} as const;

interface MentionsOptions {
  server: string;
  /** The reader's username. */
  username: string;
  texts: ListTexts;
}

/** Notifies of mentions in any of the projects. */
export class ListMentions {
  readonly #options: MentionsOptions;
  #notifier: MentionNotifier | null = null;

  constructor(options: MentionsOptions) {
    this.#options = options;
  }

  mentioned(message: Message, project: string | null): void {
    if (!alertsOfMentions()) return;
    const { server, username, texts } = this.#options;
    const say = sayIn(texts);
    this.#notifier ??= new MentionNotifier({
      server,
      me: username,
      texts: {
        notify_in: say("notify_in"),
        notify_elsewhere: say("notify_elsewhere"),
        notify_task: say("notify_task"),
        notify_assigned: say("notify_assigned"),
      },
      shows: null,
    });
    void this.#notifier.mentioned(message, project);
  }

  close(): void {
    this.#notifier?.close();
  }
}
