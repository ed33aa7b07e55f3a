import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import { type Task, TASK_STATUSES } from "../../../../lib/model/task.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { fill } from "../../../i18n/message.ts";
import { isolated } from "../../../shared/isolated_text.ts";
import type { Columns } from "../live/board_state.ts";
import type { CardDrag, CardPlace } from "./card_drag.ts";
import { dropPlace } from "./task_places.ts";

interface Options {
  /** The element with the columns. */
  element: RefObject<HTMLElement>;
  all: Columns;
  shown: Columns;
  /** Whether cards may be moved. */
  enabled: boolean;
  texts: BoardTexts;
  /** Says something to those who hear the page. */
  say(text: string): void;
  /** Moves a task to a place among those that are shown. */
  onMove(task: Task, place: CardPlace): void;
}

export interface CardMoves {
  /** The card that is being moved, and where it would be dropped. */
  moving: { taskId: number; by: "keys" | "pointer"; place: CardPlace | null } | null;
  /** Handles a key on a card; returns whether it is done. */
  onKey(event: KeyboardEvent, task: Task): boolean;
  /** Puts a card back that was changed or deleted by somebody else while it was being moved. */
  interrupt(taskId: number): boolean;
}

type Lifted = { task: Task; place: CardPlace };

/** Moves cards by a pointer and by keys. Nothing is asked for before a card is dropped. */
export function useCardMoves(options: Options): CardMoves {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [dragged, setDragged] = useState<{ taskId: number; place: CardPlace | null } | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const drag = useRef<CardDrag | null>(null);
  /** The card that gets the focus again after it was rendered in another column. */
  const focused = useRef<number | null>(null);

  useEffect(() => {
    let closed = false;
    // Loaded when the page is there; until then a card is opened, and moved by its menu.
    import("./card_drag.ts").then(({ CardDrag }) => {
      const board = latest.current.element.current;
      if (closed || board === null) return;
      drag.current = new CardDrag({
        board,
        enabled: () => latest.current.enabled,
        onStart(taskId) {
          setLifted(null);
          setDragged({ taskId, place: null });
        },
        onOver: (place) => setDragged((before) => before && { ...before, place }),
        onEnd(taskId, place) {
          setDragged(null);
          const task = taskIn(latest.current.all, taskId);
          if (place !== null && task !== null) latest.current.onMove(task, place);
        },
      });
    }, () => {});
    return () => {
      closed = true;
      drag.current?.close();
    };
  }, []);

  useEffect(() => {
    if (lifted === null) return;
    // Whoever goes on elsewhere leaves the card where it is.
    const putBack = () => {
      setLifted(null);
      say(latest.current.texts.card_put_back, lifted);
    };
    addEventListener("pointerdown", putBack);
    return () => removeEventListener("pointerdown", putBack);
  }, [lifted]);

  useLayoutEffect(() => {
    const id = focused.current;
    if (id === null) return;
    focused.current = null;
    const link = document.querySelector<HTMLElement>(`#task-${id} .task-title`);
    link?.focus();
    link?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  function say(text: string, { task, place }: Lifted): void {
    const { shown, texts } = latest.current;
    const count = shown[place.status].filter(({ id }) => id !== task.id).length + 1;
    latest.current.say(fill(text, {
      title: isolated(task.title),
      place: place.index + 1,
      all: count,
      status: texts[`status_${place.status}`],
    }));
  }

  function onKey(event: KeyboardEvent, task: Task): boolean {
    const { shown, texts, enabled } = latest.current;
    const { key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    // The lifted card may be gone.
    if (lifted === null || lifted.task.id !== task.id) {
      if (key === " " && enabled) {
        const place = { status: task.status, index: shown[task.status].indexOf(task) };
        setLifted({ task, place });
        say(texts.card_lifted, { task, place });
        return true;
      }
      return focusNext(key, task, shown);
    }
    if (key === "Escape") {
      setLifted(null);
      focused.current = task.id;
      say(texts.card_put_back, lifted);
      return true;
    }
    if (key === " " || key === "Enter") {
      setLifted(null);
      focused.current = task.id;
      say(texts.card_dropped, lifted);
      latest.current.onMove(task, lifted.place);
      return true;
    }
    const place = placeAfter(key, lifted, shown);
    if (key === "Tab") {
      setLifted(null);
      say(texts.card_put_back, lifted);
    }
    if (place === null) return key.startsWith("Arrow");
    setLifted({ task, place });
    focused.current = task.id;
    say(texts.card_moving, { task, place });
    return true;
  }

  return {
    moving: dragged !== null
      ? { ...dragged, by: "pointer" }
      : lifted && { taskId: lifted.task.id, by: "keys", place: lifted.place },
    onKey,
    interrupt(taskId) {
      if (lifted?.task.id === taskId) setLifted(null);
      else if (drag.current?.drags(taskId)) drag.current.cancel();
      else return false;
      return true;
    },
  };
}

/** The columns as they look while a card is lifted: it stands where it would be dropped. */
export function withLifted(
  columns: { all: Columns; shown: Columns },
  moving: CardMoves["moving"],
): Columns {
  if (moving === null || moving.by !== "keys" || moving.place === null) return columns.shown;
  const task = taskIn(columns.all, moving.taskId);
  if (task === null) return columns.shown;
  const { status, index } = moving.place;
  const { position } = dropPlace(task.id, status, index, columns);
  const without = Object.fromEntries(
    TASK_STATUSES.map((each) => [each, columns.shown[each].filter(({ id }) => id !== task.id)]),
  ) as Columns;
  without[status].splice(index, 0, { ...task, status, position });
  return without;
}

function taskIn(columns: Columns, taskId: number): Task | null {
  return TASK_STATUSES.flatMap((status) => columns[status]).find(({ id }) => id === taskId) ?? null;
}

/** The place to which a key takes a lifted card; null if the key does nothing. */
function placeAfter(key: string, { task, place }: Lifted, shown: Columns): CardPlace | null {
  const { status, index } = place;
  const others = (of: Task["status"]) => shown[of].filter(({ id }) => id !== task.id).length;
  const at = TASK_STATUSES.indexOf(status);
  const next = TASK_STATUSES[key === "ArrowLeft" ? at - 1 : key === "ArrowRight" ? at + 1 : -1];
  if (next !== undefined) return { status: next, index: Math.min(index, others(next)) };
  const to = {
    ArrowUp: index - 1,
    ArrowDown: index + 1,
    Home: 0,
    End: others(status),
  }[key];
  if (to === undefined || to < 0 || to > others(status) || to === index) return null;
  return { status, index: to };
}

/** Moves the focus from one card to another. */
function focusNext(key: string, task: Task, shown: Columns): boolean {
  const column = shown[task.status];
  const index = column.indexOf(task);
  const at = TASK_STATUSES.indexOf(task.status);
  let next: Task | undefined;
  if (key === "ArrowDown") next = column[index + 1];
  else if (key === "ArrowUp") next = column[index - 1];
  else if (key === "Home") next = column[0];
  else if (key === "ArrowRight" || key === "ArrowLeft") {
    const step = key === "ArrowRight" ? 1 : -1;
    for (let to = at + step; next === undefined && TASK_STATUSES[to] !== undefined; to += step) {
      const other = shown[TASK_STATUSES[to]];
      next = other[Math.min(index, other.length - 1)];
    }
  } else return false;
  document.querySelector<HTMLElement>(`#task-${next?.id} .task-title`)?.focus();
  return true;
}
