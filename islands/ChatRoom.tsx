import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { AddMembersForm } from "../client/components/room/add_members_form.tsx";
import { untilMidnight } from "../client/components/room/chat_time.ts";
import type { ChatRoomProps } from "../client/components/room/chat_room_props.ts";
import { Batch } from "../client/components/room/batch.ts";
import { Composer } from "../client/components/room/composer.tsx";
import { MembersPanel } from "../client/components/room/members_panel.tsx";
import { postForm } from "../client/components/room/post_form.ts";
import { RoomLogView } from "../client/components/room/room_log_view.tsx";
import { lastMessageId, MAX_ENTRIES } from "../client/components/room/room_log.ts";
import {
  initialRoom,
  roomAfterAll,
  type RoomChange,
} from "../client/components/room/room_state.ts";
import { RoomStream } from "../client/components/room/room_stream.ts";
import { isRefused } from "../client/components/room/refused.ts";
import { type PendingMessage, SendQueue } from "../client/components/room/send_queue.ts";
import { ofServer } from "../client/paths.ts";
import type { Message } from "../lib/model/message.ts";

/** A project's room: its log, the composer and its members, live. */
export default function ChatRoom({ view, server, me, draft, invitation, texts }: ChatRoomProps) {
  const path = `/projects/${view.project.id}`;
  const action = ofServer(path, server);
  const [room, changeAll] = useReducer(roomAfterAll, undefined, () => initialRoom(view, me));
  const batchRef = useRef<Batch<RoomChange>>();
  const batch = batchRef.current ??= new Batch(changeAll);
  const change = (next: RoomChange) => batch.add(next);
  const [pending, setPending] = useState<readonly PendingMessage[]>([]);
  const [problem, setProblem] = useState(draft.problem);
  const [live, setLive] = useState(false);
  const [now, setNow] = useState(() => new Date());
  const field = useRef<HTMLTextAreaElement>(null);
  const details = useRef<HTMLDetailsElement>(null);
  const newest = useRef(view.last_id);
  newest.current = Math.max(newest.current, lastMessageId(room.log));

  function writeAgain(text: string) {
    const textarea = field.current!;
    textarea.value = textarea.value === "" ? text : `${text}\n${textarea.value}`;
    textarea.focus();
  }

  const queueRef = useRef<SendQueue>();
  const queue = queueRef.current ??= new SendQueue({
    async post({ text, tag }) {
      const answer = await postForm<{ message: Message }>(action, { message: text, tag }, texts);
      return "error" in answer ? { ...answer, refused: isRefused(answer.error.code) } : answer;
    },
    now: Date.now,
    tag: randomTag,
    onChange: setPending,
    onSent(message) {
      change({ type: "sent", data: message });
      // Its pending line goes in the same moment.
      batch.flush();
    },
    onRefused(text, sentence) {
      setProblem(sentence);
      writeAgain(text);
    },
  });

  useEffect(() => {
    setLive(true);
    // Wide screens have the members beside the log; small ones above it, folded.
    const wide = matchMedia("(min-width: 56rem)");
    const unfold = () => details.current!.open = wide.matches;
    if (wide.matches) unfold();
    wide.addEventListener("change", unfold);
    if (matchMedia("(pointer: fine)").matches && document.activeElement === document.body) {
      field.current!.focus();
    }
    const listen = () =>
      new RoomStream({
        url: ofServer(`${path}/events`, server),
        after: () => newest.current,
        onEvent(event) {
          change(event);
          if (event.type === "presence") queue.retry();
          if (event.type === "chat" && event.data.user === me) queue.arrived(event.data.message);
        },
        onLost: () => change({ type: "lost" }),
      });
    let stream = listen();
    const leave = () => stream.close();
    const comeBack = (event: PageTransitionEvent) => {
      if (event.persisted) stream = listen();
    };
    addEventListener("pagehide", leave);
    addEventListener("pageshow", comeBack);
    return () => {
      wide.removeEventListener("change", unfold);
      removeEventListener("pagehide", leave);
      removeEventListener("pageshow", comeBack);
      leave();
      batch.close();
    };
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), untilMidnight(now));
    return () => clearTimeout(timer);
  }, [now]);

  // What is on its way arrives all the same; what waits behind it, or failed, would be lost.
  const unsent = pending.length > 1 || pending.some(({ problem }) => problem !== null);
  useEffect(() => {
    if (!unsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsent]);

  const first = room.log.find((entry) => entry.kind === "message");
  const older = view.more || room.log.length >= MAX_ENTRIES;
  return (
    <div class="room">
      <MembersPanel
        members={room.members}
        me={me}
        texts={texts}
        open={invitation.problem !== null}
        details={details}
      >
        {view.role === "owner" && (
          <AddMembersForm
            action={ofServer(`${path}/members`, server)}
            names={invitation.names}
            problem={invitation.problem}
            texts={texts}
            live={live}
          />
        )}
      </MembersPanel>
      <div class="room-main">
        {(room.paused || !room.connected) && room.ended === null && (
          <p class="banner" role="status">
            {room.paused ? texts.room_paused : texts.connection_lost}
          </p>
        )}
        {room.ended !== null && (
          <p class="banner" role="alert">
            {texts[`room_ended_${room.ended}`]} {room.ended === "logged_out"
              ? <a href={`/login?next=${path}`} target="_blank">{texts.log_in}</a>
              : <a href="/">{texts.all_projects}</a>}
          </p>
        )}
        <RoomLogView
          log={room.log}
          pending={pending}
          me={me}
          now={now}
          olderHref={older && first?.kind === "message"
            ? `${path}?before=${first.message.id}`
            : null}
          texts={texts}
          onRetry={() => queue.retry()}
          onTakeBack={(tag) => {
            const text = queue.takeBack(tag);
            if (text !== null) writeAgain(text);
          }}
        />
        <Composer
          action={action}
          tag={draft.tag}
          text={draft.text}
          problem={problem}
          texts={texts}
          disabled={room.ended !== null}
          field={field}
          onSend={(text) => {
            setProblem(null);
            queue.add(text);
          }}
        />
      </div>
    </div>
  );
}

/** A tag of the protocol; `crypto.randomUUID` is not there on plain http but for local names. */
function randomTag(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36))
    .join("-");
}
