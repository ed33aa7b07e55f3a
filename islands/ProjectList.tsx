import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { LiveStream } from "../client/components/live_stream.ts";
import { MentionNotifier } from "../client/components/notifications/mention_notifier.ts";
import { listTitle, ProjectList as List } from "../client/components/project_list.tsx";
import { NotifyButton } from "../client/components/notifications/notify_button.tsx";
import { showUnreadIcon } from "../client/components/notifications/tab_icon.ts";
import { useDropGuard } from "../client/components/use_drop_guard.ts";
import { useToday } from "../client/components/use_today.ts";
import { format } from "../client/i18n/format.ts";
import type { ListTexts } from "../client/i18n/list_texts.ts";
import { ofServer } from "../client/shared/paths.ts";
import type { ListEvent, StreamEvent } from "../client/shared/live_events.ts";
import type { ProjectSummary } from "../lib/model/project.ts";

interface ProjectListProps {
  projects: ProjectSummary[];
  /** The reader's username. */
  username: string;
  /** `HOST:PORT` of the projects' server. */
  server: string;
  texts: ListTexts;
}

/** The list of projects by latest activity, updated live. */
export default function ProjectList({ projects, username, server, texts }: ProjectListProps) {
  const [listed, setListed] = useState(projects);
  const [state, setState] = useState<"live" | "lost" | "paused" | "ended">("live");
  const now = useToday();
  useDropGuard();
  const say = (key: keyof ListTexts["texts"]) => format(texts.language, texts.texts[key]);
  const list = useRef<HTMLDivElement>(null);
  // A line that moves up is reinserted and would lose the focus.
  const focused = list.current?.contains(document.activeElement) ? document.activeElement : null;

  useLayoutEffect(() => {
    if (focused instanceof HTMLElement && focused.isConnected) {
      if (document.activeElement !== focused) focused.focus({ preventScroll: true });
    }
  });

  useEffect(() => {
    document.title = listTitle(listed, texts);
    showUnreadIcon(listed.some(({ unread }) => unread > 0));
  }, [listed]);

  useEffect(() => {
    // Reloading must not tell again that a project was left.
    if (location.search !== "") history.replaceState(null, "", "/");
    const named = new Map(projects.map(({ id, name }) => [id, name]));
    const notifier = new MentionNotifier({
      server,
      me: username,
      texts: { notify_in: say("notify_in"), notify_elsewhere: say("notify_elsewhere") },
      shows: null,
    });
    const stream = new LiveStream<Exclude<ListEvent, StreamEvent>>({
      url: () => ofServer("/events", server, username),
      onEvent(event) {
        if (event.type === "projects") {
          setListed(event.data.projects);
          for (const { id, name } of event.data.projects) named.set(id, name);
          setState("live");
        } else if (event.type === "mention") {
          void notifier.mentioned(event.data, named.get(event.data.project_id) ?? null);
        } else if (event.type === "connection") setState(event.data.online ? "live" : "lost");
        else setState(event.type);
      },
      onLost: () => setState("lost"),
    });
    return () => {
      stream.close();
      notifier.close();
    };
  }, []);

  return (
    <div class="live-list">
      {state !== "live" && (
        <p class="notice-box" role="status">
          {say(NOTICES[state])} {state === "ended" && (
            // A new window, because this one may hold a half-typed project.
            <a href="/login" target="_blank">{say("log_in")}</a>
          )}
        </p>
      )}
      <NotifyButton text={say("notify_allow")} />
      <List projects={listed} username={username} texts={texts} now={now} list={list} />
    </div>
  );
}

const NOTICES = {
  lost: "list_connection_lost",
  paused: "room_paused",
  ended: "list_ended",
} as const;
