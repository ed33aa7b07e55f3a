import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { LiveStream } from "../client/components/live_stream.ts";
import type { MentionNotifier } from "../client/components/notifications/mention_notifier.ts";
import { alertsOfMentions } from "../client/components/notifications/notification_permission.ts";
import { listTitle, ProjectList as List } from "../client/components/project_list.tsx";
import { showUnreadIcon } from "../client/components/notifications/tab_icon.ts";
import { usePageKeys } from "../client/components/keys/use_page_keys.ts";
import { useKeptScroll } from "../client/components/shell/use_kept_scroll.ts";
import { useDropGuard } from "../client/components/use_drop_guard.ts";
import { useToday } from "../client/components/use_today.ts";
import { format } from "../client/i18n/format.ts";
import type { ListTexts } from "../client/i18n/list_texts.ts";
import { ofServer } from "../client/shared/paths.ts";
import type { ListEvent, StreamEvent } from "../client/shared/live_events.ts";
import type { ProjectSummary } from "../lib/model/project.ts";

interface ProjectListProps {
  projects: ProjectSummary[];
  /** The project of the page, or null. */
  here: number | null;
  /** Whether the list is what the page is about, so that the tab's title counts what is unread. */
  titled: boolean;
  /** The reader's username. */
  username: string;
  /** `HOST:PORT` of the projects' server. */
  server: string;
  texts: ListTexts;
}

/** The list of projects by latest activity, updated live. */
export default function ProjectList(props: ProjectListProps) {
  const { projects, here, titled, username, server, texts } = props;
  const [listed, setListed] = useState(projects);
  const [state, setState] = useState<"live" | "lost" | "paused" | "ended">("live");
  const now = useToday();
  const say = (key: keyof ListTexts["texts"]) => format(texts.language, texts.texts[key]);
  const list = useRef<HTMLDivElement>(null);
  // A line that moves up is reinserted and would lose the focus.
  const focused = list.current?.contains(document.activeElement) ? document.activeElement : null;

  useKeptScroll(list);
  usePageKeys(here);

  useLayoutEffect(() => {
    if (focused instanceof HTMLElement && focused.isConnected) {
      if (document.activeElement !== focused) focused.focus({ preventScroll: true });
    }
  });

  useEffect(() => {
    if (titled) document.title = listTitle(listed, texts);
    if (!isBesideRoom()) showUnreadIcon(listed.some(({ unread }) => unread > 0));
  }, [listed]);

  useEffect(() => {
    const named = new Map(projects.map(({ id, name }) => [id, name]));
    let notifier: Promise<MentionNotifier> | undefined;
    const load = async () => {
      const { MentionNotifier } = await import(
        "../client/components/notifications/mention_notifier.ts"
      );
      const texts = {
        notify_in: say("notify_in"),
        notify_elsewhere: say("notify_elsewhere"),
        notify_task: say("notify_task"),
      };
      return new MentionNotifier({ server, me: username, texts, shows: null });
    };
    const stream = new LiveStream<Exclude<ListEvent, StreamEvent>>({
      url: () => ofServer("/events", server, username),
      onEvent(event) {
        if (event.type === "projects") {
          setListed(event.data.projects);
          for (const { id, name } of event.data.projects) named.set(id, name);
          setState("live");
        } else if (event.type === "mention") {
          if (isBesideRoom() || !alertsOfMentions()) return;
          const { data } = event;
          const name = named.get(data.project_id) ?? null;
          notifier ??= load();
          // Retried at the next mention.
          notifier.then((loaded) => loaded.mentioned(data, name), () => notifier = undefined);
        } else if (event.type === "connection") setState(event.data.online ? "live" : "lost");
        else setState(event.type);
      },
      onLost: () => setState("lost"),
    });
    return () => {
      stream.close();
      notifier?.then((loaded) => loaded.close(), () => {});
    };
  }, []);

  return (
    <div class="live-list">
      {state !== "live" && !isBesideRoom() && (
        <p class="list-notice" role="status">
          {say(NOTICES[state])} {state === "ended" && (
            // A new window, because this one may hold a half-typed project.
            <a href="/login" target="_blank">{say("log_in")}</a>
          )}
        </p>
      )}
      {titled && <DropGuard />}
      <List
        projects={listed}
        here={here}
        texts={texts}
        now={titled ? now : null}
        list={list}
      />
    </div>
  );
}

/** Whether the page is a room, which tells by itself what is new and lost, and notifies: it knows what is in view. */
const isBesideRoom = () => document.querySelector(".project-page") !== null;

/** Where the page has no guard of its own, which takes files. */
function DropGuard() {
  useDropGuard();
  return null;
}

const NOTICES = {
  lost: "list_connection_lost",
  paused: "room_paused",
  ended: "list_ended",
} as const;
