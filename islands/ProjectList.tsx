import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ListMentions } from "../client/components/listing/list_news.tsx";
import { LiveStream } from "../client/components/live_stream.ts";
import { ProjectList as List } from "../client/components/project_list.tsx";
import { usePageKeys } from "../client/components/keys/use_page_keys.ts";
import { useKeptScroll } from "../client/components/shell/use_kept_scroll.ts";
import { useToday } from "../client/components/use_today.ts";
import type { ListTexts } from "../client/i18n/list_texts.ts";
import { ofServer } from "../client/shared/paths.ts";
import type { ListEvent, StreamEvent } from "../client/shared/live_events.ts";
import { countText } from "../client/shared/tasks/count_text.ts";
import type { TaskCount } from "../client/shared/tasks/task_count.ts";
import type { ProjectSummary } from "../lib/model/project.ts";

interface ProjectListProps {
  projects: ProjectSummary[];
  /** The `countText` of the reader's tasks that is above the list. */
  counted: string;
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

type News = typeof import("../client/components/listing/list_news.tsx");
const loadNews = () => import("../client/components/listing/list_news.tsx");

/** The list of projects by latest activity, updated live. */
export default function ProjectList(props: ProjectListProps) {
  const { projects, counted, here, titled, username, server, texts } = props;
  const [listed, setListed] = useState(projects);
  const [tasks, setTasks] = useState<TaskCount | null>(null);
  const [state, setState] = useState<"live" | "lost" | "paused" | "ended">("live");
  const [news, setNews] = useState<News | null>(null);
  const now = useToday();
  const list = useRef<HTMLDivElement>(null);
  // A line that moves up is reinserted and would lose the focus.
  const focused = list.current?.contains(document.activeElement) ? document.activeElement : null;

  useKeptScroll(list);
  usePageKeys(`${ofServer("/palette", server, username)}&project=${here ?? ""}`);

  useLayoutEffect(() => {
    if (focused instanceof HTMLElement && focused.isConnected) {
      if (document.activeElement !== focused) focused.focus({ preventScroll: true });
    }
  });

  useEffect(() => {
    // If loading fails, it is tried again at the next change.
    if (news === null && (!isBesideRoom() || tasks && countText(tasks, now) !== counted)) {
      loadNews().then(setNews, () => {});
    }
  }, [listed, state, tasks, now]);

  useEffect(() => {
    const named = new Map(projects.map(({ id, name }) => [id, name]));
    let mentions: ListMentions | undefined;
    const stream = new LiveStream<Exclude<ListEvent, StreamEvent>>({
      url: () => ofServer("/events", server, username),
      onEvent(event) {
        if (event.type === "projects") {
          setListed(event.data.projects);
          for (const { id, name } of event.data.projects) named.set(id, name);
          setState("live");
        } else if (event.type === "mention") {
          if (isBesideRoom()) return;
          const { data } = event;
          loadNews().then(({ ListMentions }) => {
            mentions ??= new ListMentions({ server, username, texts });
            mentions.mentioned(data, named.get(data.project_id) ?? null);
          }, () => {});
        } else if (event.type === "connection") setState(event.data.online ? "live" : "lost");
        else if (event.type === "tasks") setTasks(event.data);
        else setState(event.type);
      },
      onLost: () => setState("lost"),
    });
    return () => {
      stream.close();
      mentions?.close();
    };
  }, []);

  return (
    <div class="live-list">
      {news && (
        <news.ListNews {...{ listed, tasks, now, state, titled, quiet: isBesideRoom(), texts }} />
      )}
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
const isBesideRoom = () => document.querySelector(".room") !== null;
