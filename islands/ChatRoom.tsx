import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ChatRoomProps } from "../client/components/room/chat_room_props.ts";
import { Composer } from "../client/components/sending/composer.tsx";
import { PanelControl } from "../client/components/members/panel_control.tsx";
import { MembersPanel } from "../client/components/members/members_panel.tsx";
import { usePanel } from "../client/components/members/use_panel.ts";
import { NotifyButton } from "../client/components/notifications/notify_button.tsx";
import { RoomBanner } from "../client/components/room/room_banner.tsx";
import { withNames } from "../client/components/room/known_names.ts";
import { messageIn, newestOf } from "../client/components/room/room_log.ts";
import { closedAs, livenessOf } from "../client/components/room/room_state.ts";
import { RoomLogView } from "../client/components/log/room_log_view.tsx";
import { unreadCount } from "../client/components/room/room_unread.ts";
import { RoomStorage } from "../client/components/sending/room_storage.ts";
import { useDraft } from "../client/components/sending/use_draft.ts";
import { useMentionNotifier } from "../client/components/notifications/use_mention_notifier.ts";
import { useTaskChips } from "../client/components/log/tasks/use_task_chips.ts";
import { useMessageActions } from "../client/components/log/actions/use_message_actions.ts";
import { usePageTitle } from "../client/components/room/use_page_title.ts";
import { useReadMark } from "../client/components/room/reading/use_read_mark.ts";
import { useRoom } from "../client/components/room/use_room.ts";
import { useRoomPages } from "../client/components/room/pages/use_room_pages.ts";
import { useSendQueue } from "../client/components/sending/use_send_queue.ts";
import { useDropGuard } from "../client/components/use_drop_guard.ts";
import { useToday } from "../client/components/use_today.ts";
import { useTyping } from "../client/components/room/typing/use_typing.ts";
import { RoomHead } from "../client/components/room/room_head.tsx";
import { isolated } from "../client/shared/isolated_text.ts";
import { ofServer } from "../client/shared/paths.ts";
import { fill } from "../client/i18n/message.ts";
import type { RoomTexts } from "../client/i18n/room_texts.ts";
import type { Project } from "../lib/model/project.ts";

/** A project's room with its log, composer and members, updated live. */
export default function ChatRoom(props: ChatRoomProps) {
  const { view, server, me, at, draft, invitation, results, texts } = props;
  const roomUrl = (path: string) => ofServer(`/projects/${view.project.id}${path}`, server, me);
  const [problem, setProblem] = useState(draft.problem);
  const [status, setStatus] = useState("");
  const [live, setLive] = useState(false);
  const [written, setWritten] = useState(0);
  const now = useToday();
  const typing = useTyping({ action: roomUrl("/typing"), texts });
  const storage = useMemo(() => {
    const scope = { server, username: me, projectId: view.project.id };
    return new RoomStorage(() => localStorage, scope);
  }, []);
  const { field, save } = useDraft(storage, props.beside !== undefined);
  useDropGuard(() => setStatus(texts.no_files_yet));

  const panel = usePanel(
    invitation.problem !== null ? "open" : props.membersShown ? "auto" : "closed",
  );

  const { room, change, draw } = useRoom({
    view,
    me,
    url: roomUrl("/events"),
    onEvent(event) {
      if (event.type === "typing") typing.heard(event.data.user);
      else if (event.type === "mention") void notifier.mentioned(event.data);
      else if (event.type === "presence") {
        sending.retry();
        mark.retry();
      } else if (event.type === "chat") {
        typing.stopped(event.data.user);
        if (event.data.task) chips.lines.push(event.data.task);
        // Render at once, so that the pending line disappears in the same frame.
        if (event.data.user === me && sending.queue()?.arrived(event.data.message)) draw();
      }
    },
  });
  const chips = useTaskChips(room, { tasks: view.tasks, url: roomUrl("/tasks"), texts });
  const notifier = useMentionNotifier({ server, me, project: room.project, texts });
  const pages = useRoomPages({
    url: roomUrl("/messages"),
    texts,
    onPage: (data) => change({ type: "page", data }, true),
  });
  const mark = useReadMark({
    action: roomUrl("/read"),
    lastRead: view.last_read_id,
    texts,
    onRead: (data) => change({ type: "read", data }),
  });

  const sending = useSendQueue({
    action: roomUrl(""),
    storage,
    texts,
    shown: () => view.messages.filter(({ user }) => user === me),
    onSent(data, wanted) {
      if (wanted) setStatus(texts.was_sent);
      // Render at once, so that the pending line disappears in the same frame.
      change({ type: "sent", data }, true);
    },
    field,
    onBack(draft, sentence) {
      setProblem(sentence);
      save(draft);
    },
  });

  const actions = useMessageActions({
    path: (id) => roomUrl(`/messages/${id}`),
    connected: room.connected,
    texts,
    live,
    textOf: (id) => messageIn(room.log, id)?.message ?? "",
    onChanged: (data) => change({ type: "changed", data }, true),
    focusElsewhere: () => field.current!.focus(),
  });

  usePageTitle(room.project, unreadCount(room), ofServer("/events", server, me), props.beside);

  useEffect(() => setLive(true), []);

  const closed = closedAs(room);
  const members = room.members.map(({ username }) => username);
  const known = useRef<ReadonlySet<string>>(new Set());
  const names = useMemo(
    () => known.current = withNames(known.current, room.members, room.log.messages),
    [room.members, room.log.messages],
  );
  return (
    <>
      {!props.beside && (
        <RoomHead project={room.project} results={results} texts={texts}>
          <PanelControl
            panel={panel}
            href={`/projects/${view.project.id}/people`}
            label={texts.members}
          />
        </RoomHead>
      )}
      <div class="room">
        <div class="room-main">
          <RoomBanner room={room} texts={texts} />
          <RoomLogView
            room={room}
            pending={sending.pending}
            PendingLines={sending.PendingLines}
            written={written}
            at={at}
            parameter={results?.parameter}
            names={names}
            now={now}
            greeting={props.greeting}
            actions={actions}
            chips={chips}
            texts={texts}
            problem={pages.problem}
            onRetry={(tag) => sending.queue()?.release(tag)}
            onTakeBack={(tag) => sending.queue()?.takeBack(tag)}
            onAtEnd={(atEnd) =>
              change({ type: "attention", data: { atEnd, hasAttention: room.hasAttention } }, true)}
            onSaw={mark.saw}
            onLoad={(direction, asked) => pages.load(room.log, direction, asked)}
            onNewest={() => pages.newest(room.log)}
          />
          <div class="room-foot">
            {/* The line keeps its place when nobody types. */}
            <p class="typing">{typing.text}</p>
            <NotifyButton text={texts.notify_allow} onDecided={notifier.start} />
          </div>
          <Composer
            action={roomUrl("")}
            tag={draft.tag}
            text={draft.text}
            problem={problem}
            status={status}
            texts={texts}
            placeholder={placeholderOf(room.project, texts)}
            closed={closed}
            field={field}
            names={members}
            me={me}
            prepare={sending.prepare}
            onNotSent={(draft) => {
              setProblem(texts.error_unreachable);
              save(draft);
            }}
            onSend={(entered) => {
              setProblem(null);
              setStatus("");
              save(sending.queue()!.enter(entered));
              setWritten(written + 1);
            }}
            onTyped={(text) => {
              setStatus("");
              save(text);
              if (text.trim() !== "" && closed === null) typing.wrote();
            }}
            onEditLast={() => {
              const last = newestOf(room.log, me);
              if (last !== undefined) actions.open(last.id, "edit");
            }}
          >
            {sending.queue()?.commandLine(members, me)}
          </Composer>
        </div>
        <MembersPanel
          project={room.project}
          formAction={roomUrl}
          members={room.members}
          me={me}
          invitation={invitation}
          texts={texts}
          liveness={livenessOf(room)}
          panel={panel}
        />
      </div>
    </>
  );
}

/** The characters of a project's name that fit into a field. */
const SHORT_NAME = 40;

function placeholderOf({ name, archived }: Project, texts: RoomTexts): string {
  if (archived) return texts.message_archived;
  const letters = [...name];
  const project = letters.length > SHORT_NAME ? `${letters.slice(0, SHORT_NAME).join("")}…` : name;
  return fill(texts.message_placeholder, { project: isolated(project) });
}
