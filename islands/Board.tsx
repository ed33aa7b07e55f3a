import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { AddTaskForm } from "../client/components/board/add_task_form.tsx";
import { BoardColumns, DRAWN } from "../client/components/board/board_columns.tsx";
import { type BoardNews, BoardNotice } from "../client/components/board/board_notice.tsx";
import type { BoardProps } from "../client/components/board/board_props.ts";
import { CardDrafts } from "../client/components/board/card/card_drafts.ts";
import { fieldForm, fieldPatch } from "../client/components/board/card/card_fields.ts";
import { CardPanel } from "../client/components/board/card/card_panel.tsx";
import { useOpenCard } from "../client/components/board/card/use_open_card.ts";
import { GoneCard } from "../client/components/board/card/gone_card.tsx";
import { FilterBar } from "../client/components/board/filter_bar.tsx";
import { filterTasks, isFiltering } from "../client/components/board/filter_tasks.ts";
import { columnsOf, shownTask, shownTasks } from "../client/components/board/live/board_state.ts";
import { useAdding } from "../client/components/board/live/use_adding.ts";
import { useBoard } from "../client/components/board/live/use_board.ts";
import type { CardPlace } from "../client/components/board/moving/card_drag.ts";
import { ChatBeside } from "../client/components/board/chat_beside.tsx";
import { useBoardTitle } from "../client/components/board/use_board_title.ts";
import { useChatBeside } from "../client/components/board/use_chat_beside.ts";
import { useColumnInView } from "../client/components/board/use_column_in_view.ts";
import { CardMenu } from "../client/components/board/moving/card_menu.tsx";
import { cardCommands } from "../client/components/board/moving/card_commands.ts";
import { useCardMoves, withLifted } from "../client/components/board/moving/use_card_moves.ts";
import { useKeptFocus } from "../client/components/board/moving/use_kept_focus.ts";
import { TaskCard } from "../client/components/board/task_card.tsx";
import { STROKES } from "../client/components/icon.tsx";
import { IconLink } from "../client/components/icon_link.tsx";
import { RoomHead } from "../client/components/room/room_head.tsx";
import { RoomBanner } from "../client/components/room/room_banner.tsx";
import { useToday } from "../client/components/use_today.ts";
import { fill } from "../client/i18n/message.ts";
import { type BoardFilter, boardPath, filterQuery } from "../client/shared/board/board_query.ts";
import { isolated } from "../client/shared/isolated_text.ts";
import { ofServer } from "../client/shared/paths.ts";
import { type Task, TASK_STATUSES, type TaskStatus } from "../lib/model/task.ts";

const loadRoom = async () => (await import("./ChatRoom.tsx")).default;

/** A project's board with its columns, filter and open card, updated live. */
export default function Board(props: BoardProps) {
  const { view, server, me, texts, tag } = props;
  const projectId = view.project.id;
  const url = (path: string) => ofServer(`/projects/${projectId}${path}`, server, me);
  const [live, setLive] = useState(false);
  const [filter, setFilter] = useState(props.filter);
  const [news, setNews] = useState<BoardNews | null>(null);
  const [said, setSaid] = useState("");
  const [menu, setMenu] = useState<{ taskId: number; anchor: HTMLElement } | null>(null);
  const [reached, setReached] = useState<Partial<Record<TaskStatus, number>>>({});
  const [drawn, setDrawn] = useState(() =>
    Object.fromEntries(
      TASK_STATUSES.map((status) => [status, props.whole === status ? Infinity : DRAWN]),
    ) as Record<TaskStatus, number>
  );
  const now = useToday();
  const chat = useChatBeside(props.chatBeside);
  const element = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const inView = useColumnInView(element);
  const [drafts] = useState(() => draftsOf(props));
  useEffect(() => {
    setLive(true);
    // A form that was posted before the page was live.
    if (props.saving !== null) card.failed(props.saving.problem);
    const ask = (event: BeforeUnloadEvent) => drafts.any && event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, []);

  const card = useOpenCard({ projectId, initial: props.card, filter, texts, url });
  const board = useBoard({
    view,
    me,
    texts,
    url,
    onTask(event) {
      card.heard(event);
      const { task, change } = event;
      if ((change.by !== me || change.change === "delete") && moves.interrupt(task.id)) {
        setSaid(fill(texts.card_taken, { user: change.by, title: isolated(task.title) }));
      }
    },
    onAnswered: card.answered,
    onList: card.refresh,
    onRefused(taskId, problem) {
      if (taskId === card.id) card.failed(problem);
      else setNews({ text: problem, problem: true });
    },
  });
  const { project, members } = board.project;
  const adding = useAdding({ url, texts, refused: props.adding, onAdded: added });
  const beside = chat.shown && card.card === null && card.goneBy === null;
  useBoardTitle(texts.board_title, project.name, beside && chat.wide);

  const tasks = useMemo(() => shownTasks(board.board), [board.board]);
  const all = useMemo(() => columnsOf(tasks), [tasks]);
  const shown = useMemo(() => columnsOf(filterTasks(tasks, filter, now)), [tasks, filter, now]);
  const counts = Object.fromEntries(
    TASK_STATUSES.map((status) => [status, all[status].length]),
  ) as Record<TaskStatus, number>;
  const waiting = new Set(board.board.pending.map(({ taskId }) => taskId));
  const open = board.project.ended === null && !project.archived;

  const moves = useCardMoves({
    element,
    all,
    shown,
    enabled: live && open,
    texts,
    say: setSaid,
    onMove(task, place) {
      draw(place, 2);
      commands.moveTo(task, place);
    },
  });
  const { moving } = moves;
  const chosen = menu && tasks.find(({ id }) => id === menu.taskId);
  const columns = withLifted({ all, shown }, moving);
  useKeptFocus(columns, menu?.taskId ?? null, card.id ?? card.goneId);
  useEffect(() => {
    if (menu !== null && !chosen) setMenu(null);
  }, [chosen]);
  useEffect(() => {
    // A card that is dragged to the end of what is drawn finds what follows there.
    if (moving?.by === "pointer" && moving.place) draw(moving.place, DRAWN / 4);
  }, [moving?.place]);
  const commands = cardCommands({
    ask: board.ask,
    ...{ all, shown, texts },
    tell: setNews,
    onRemove: (task) => task.id === card.id && card.close(),
  });
  const lifted = moving?.by === "keys" ? moving.place : null;

  /** Shows a new task, or tells that the filter hides it. */
  function added(task: Task): void {
    board.answered(task);
    if (filterTasks([task], filter, now).length > 0) return;
    setNews({ text: fill(texts.task_added_hidden, { title: isolated(task.title) }) });
  }

  /** Draws a column at least to some cards after a place. */
  function draw({ status, index }: CardPlace, more: number): void {
    setDrawn((before) =>
      index + more <= before[status]
        ? before
        : { ...before, [status]: Math.max(before[status] + DRAWN, index + more) }
    );
  }

  function changeFilter(next: BoardFilter): void {
    setFilter(next);
    history.replaceState(null, "", boardPath(projectId, filterQuery(next), card.id));
  }

  function onClick(event: MouseEvent): void {
    const target = event.target as Element;
    const item = target.closest<HTMLElement>("[data-task]");
    const task = tasks.find(({ id }) => id === Number(item?.dataset.task));
    if (task === undefined) return;
    const button = target.closest<HTMLElement>(".card-menu");
    if (button !== null) {
      return setMenu(menu?.taskId === task.id ? null : { taskId: task.id, anchor: button });
    }
    if (target.closest("a") === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    card.open(task.id, task);
    requestAnimationFrame(() => panel.current?.focus());
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target as Element;
    const item = target.closest<HTMLElement>("[data-task]");
    const task = tasks.find(({ id }) => id === Number(item?.dataset.task));
    if (task === undefined || !target.classList.contains("task-title")) return;
    if (moves.onKey(event, task)) event.preventDefault();
  }

  function onFocus(event: FocusEvent): void {
    const item = (event.target as Element).closest<HTMLElement>("[data-task]");
    const task = tasks.find(({ id }) => id === Number(item?.dataset.task));
    if (task !== undefined) setReached((before) => ({ ...before, [task.status]: task.id }));
  }

  function closeCard(): void {
    const { id } = card;
    card.close();
    if (id !== null) focusCard(id);
  }

  function restore(id: number): void {
    board.ask(id, { do: "restore" }, {}, () => card.open(id));
  }

  return (
    <>
      <RoomHead project={project} texts={texts}>
        <IconLink
          href={`/projects/${projectId}/people`}
          icon={STROKES.people}
          label={texts.members}
        />
      </RoomHead>
      <RoomBanner room={board.project} texts={texts} />
      <FilterBar
        projectId={projectId}
        members={members}
        filter={filter}
        counts={{ shown: sum(shown), all: tasks.length }}
        texts={texts}
        onFilter={live ? changeFilter : undefined}
      >
        {chat.wide && (
          <button
            type="button"
            class="secondary chat-toggle"
            aria-pressed={chat.shown}
            onClick={() => chat.show(!chat.shown)}
          >
            {texts.chat_beside}
          </button>
        )}
      </FilterBar>
      <div class="board-main">
        <div class="board-area" onClick={onClick} onKeyDown={onKeyDown} onFocusIn={onFocus}>
          <BoardColumns
            columns={columns}
            counts={counts}
            filtering={isFiltering(filter)}
            drawn={lifted === null ? drawn : {
              ...drawn,
              [lifted.status]: Math.max(drawn[lifted.status], lifted.index + 2),
            }}
            wholeHref={(status) => {
              const query = filterQuery(filter);
              return `/projects/${projectId}/board?${
                query && `${query}&`
              }all=${status}#column-${status}`;
            }}
            onMore={live
              ? (status) => setDrawn((before) => ({ ...before, [status]: before[status] + DRAWN }))
              : undefined}
            card={(task, tabStop) => (
              <TaskCard
                key={task.id}
                task={task}
                href={boardPath(projectId, filterQuery(filter), task.id)}
                now={now}
                texts={texts}
                open={card.id === task.id}
                moving={moving?.taskId !== task.id
                  ? null
                  : moving.by === "keys"
                  ? "lifted"
                  : "dragged"}
                waiting={waiting.has(task.id)}
                tabStop={tabStop || !live}
                live={live && open}
              />
            )}
            adding={(status) =>
              !project.archived && (
                <AddTaskForm
                  status={status}
                  action={url("/tasks")}
                  filter={filterQuery(filter)}
                  tag={tag}
                  members={members}
                  refused={adding.refused?.status === status ? adding.refused : null}
                  texts={texts}
                  onAdd={live ? adding.add : undefined}
                />
              )}
            reached={reached}
            over={moving?.by === "pointer" ? moving.place : null}
            dragged={moving?.by === "pointer" ? moving.taskId : null}
            texts={texts}
            inView={inView}
            element={element}
          />
        </div>
        {card.card !== null && (
          <CardPanel
            key={card.id}
            card={card.card}
            wanted={shownTask(card.card.task, board.board.pending) ?? card.card.task}
            whole={card.whole}
            drafts={drafts}
            project={project}
            members={members}
            me={me}
            columns={all}
            action={url(`/tasks/${card.id}`)}
            closeHref={card.href(null)}
            filter={filterQuery(filter)}
            refused={live ? null : props.saving}
            now={now}
            texts={texts}
            element={panel}
            problem={card.problem}
            onSave={live
              ? (field, value) =>
                board.ask(card.id!, fieldForm(field, value), fieldPatch(field, value))
              : undefined}
            onMove={live
              ? (status) => {
                const task = tasks.find(({ id }) => id === card.id);
                if (task) commands.moveTo(task, { status, index: Infinity });
              }
              : undefined}
            onDelete={live
              ? () => {
                const task = tasks.find(({ id }) => id === card.id);
                if (task) commands.remove(task);
              }
              : undefined}
            onClose={live ? closeCard : undefined}
          />
        )}
        {beside && (
          <aside class="board-chat" aria-label={texts.chat_tab}>
            {chat.wide && <ChatBeside url={url("/room.json")} load={loadRoom} texts={texts} />}
          </aside>
        )}
        {card.goneBy !== null && (
          <GoneCard
            by={card.goneBy}
            typed={card.goneId === null ? "" : drafts.typed(card.goneId)}
            closeHref={card.href(null)}
            texts={texts}
            element={panel}
            onRestore={live && open && card.goneId !== null
              ? () => restore(card.goneId!)
              : undefined}
            onClose={live ? closeCard : undefined}
          />
        )}
      </div>
      {live && (
        <>
          <p id="card-keys" hidden>{texts.card_keys}</p>
          <p class="visually-hidden" aria-live="assertive">{said}</p>
        </>
      )}
      {board.waiting && <p class="board-notice" role="status">{texts.change_waits}</p>}
      {news !== null && <BoardNotice news={news} texts={texts} onClose={() => setNews(null)} />}
      {chosen && menu && (
        <CardMenu
          task={chosen}
          place={{
            index: shown[chosen.status].indexOf(chosen),
            count: shown[chosen.status].length,
          }}
          me={me}
          anchor={menu.anchor}
          texts={texts}
          onCommand={(command) => {
            setMenu(null);
            focusCard(chosen.id);
            commands.run(chosen, command);
          }}
          onClose={(left) => {
            setMenu(null);
            if (!left) focusCard(chosen.id, ".card-menu");
          }}
        />
      )}
    </>
  );
}

function sum(columns: Record<TaskStatus, Task[]>): number {
  return TASK_STATUSES.reduce((count, status) => count + columns[status].length, 0);
}

/** The texts of a form that was refused before the page was live. */
function draftsOf({ card, saving }: BoardProps): CardDrafts {
  const drafts = new CardDrafts();
  if (saving === null || card === null || card === "gone") return drafts;
  const { title, notes, was_notes } = saving;
  drafts.set(card.task.id, {
    title: title === card.task.title ? undefined : title,
    notes: notes === card.task.notes ? undefined : { opened: was_notes, typed: notes },
  });
  return drafts;
}

/** Focuses a part of a card once it is rendered where it is now. */
function focusCard(id: number, part = ".task-title"): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`#task-${id} ${part}`)?.focus());
}
