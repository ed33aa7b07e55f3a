import { useLayoutEffect, useRef } from "preact/hooks";
import { type Task, TASK_STATUSES } from "../../../../lib/model/task.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import { fill } from "../../../i18n/message.ts";
import { isolated } from "../../../shared/isolated_text.ts";
import { dayFrom, dayOf } from "../due_day.ts";

/** A command of a card's menu. */
export type CardCommand =
  | { what: "move"; status: Task["status"]; to: "end" }
  | { what: "move"; status: Task["status"]; to: "top" | "up" | "down" | "bottom" }
  | { what: "assign"; username: string }
  | { what: "due"; day: string }
  | { what: "delete" };

interface CardMenuProps {
  task: Task;
  /** Its place in its column, from 0, and how many tasks that has. */
  place: { index: number; count: number };
  me: string;
  /** The button that opened it, at which it stands. */
  anchor: HTMLElement;
  texts: BoardTexts;
  onCommand(command: CardCommand): void;
  /** @param left whether the person has gone on elsewhere, where the focus belongs */
  onClose(left: boolean): void;
}

/** The menu of a card (WAI-ARIA Authoring Practices, "Menu Button"). */
export function CardMenu(props: CardMenuProps) {
  const { task, place: { index, count }, me, anchor, texts, onCommand, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const shown = menu.current!;
    putAt(shown, anchor);
    itemsOf(shown)[0].focus({ preventScroll: true });
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("pointerdown", ({ target }) => {
      // The button closes it by itself.
      if (![shown, anchor].some((element) => element.contains(target as Node))) onClose(true);
    }, { signal, capture: true });
    addEventListener("scroll", ({ target }) => {
      if (target !== shown) onClose(false);
    }, { signal, capture: true });
    addEventListener("resize", () => onClose(false), { signal });
    return () => listening.abort();
  }, []);

  const day = (days: number) => {
    const now = new Date();
    return dayOf(dayFrom(now, days));
  };
  const { status } = task;
  const items: [text: string, command: CardCommand][] = [
    ...TASK_STATUSES.filter((other) => other !== status).map((other) =>
      [fill(texts.move_to_status, { status: texts[`status_${other}`] }), {
        what: "move",
        status: other,
        to: "end",
      }] as [string, CardCommand]
    ),
  ];
  const move = (text: string, to: "top" | "up" | "down" | "bottom") =>
    items.push([text, { what: "move", status, to }]);
  if (index > 0) move(texts.move_up, "up");
  if (index < count - 1) move(texts.move_down, "down");
  if (index > 1) move(texts.move_top, "top");
  if (index < count - 2) move(texts.move_bottom, "bottom");
  if (task.assignee !== me) items.push([texts.assign_me, { what: "assign", username: me }]);
  for (const [text, days] of [[texts.due_set_today, 0], [texts.due_set_tomorrow, 1]] as const) {
    if (task.due !== day(days)) items.push([text, { what: "due", day: day(days) }]);
  }
  if (task.due !== null) items.push([texts.due_clear, { what: "due", day: "" }]);
  items.push([texts.delete_task, { what: "delete" }]);

  function onKeyDown(event: KeyboardEvent) {
    const all = itemsOf(menu.current!);
    const here = all.indexOf(document.activeElement as HTMLElement);
    const to: Record<string, number> = {
      ArrowDown: (here + 1) % all.length,
      ArrowUp: (here - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    event.stopPropagation();
    if (event.key in to) all[to[event.key]].focus();
    else if (event.key === "Escape" || event.key === "Tab") onClose(false);
    else return;
    event.preventDefault();
  }

  return (
    <div
      class="menu"
      role="menu"
      ref={menu}
      aria-label={fill(texts.task_menu, { title: isolated(task.title) })}
      onKeyDown={onKeyDown}
    >
      {items.map(([text, command]) => (
        <button
          key={text}
          type="button"
          role="menuitem"
          tabIndex={-1}
          class={command.what === "delete" ? "danger" : undefined}
          onClick={() => onCommand(command)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
}

/** Puts a menu below an element, or above it where there is no room, within the window. */
function putAt(menu: HTMLElement, anchor: HTMLElement): void {
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const [x, y] = [Math.min(left, innerWidth - width - 8, right - width), bottom + 4];
  menu.style.left = `${Math.max(8, x)}px`;
  menu.style.top = `${y + height > innerHeight ? Math.max(8, top - height - 4) : y}px`;
}
