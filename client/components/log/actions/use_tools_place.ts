import { useRef, useState } from "preact/hooks";

/** How long a finger rests on a message before its toolbar shows. */
const LONG_PRESS_MS = 450;
/** How far the finger may move meanwhile, in CSS pixels. */
const PRESS_WITHIN = 10;

/** The messages that show their toolbar. */
export interface ToolsPlace {
  /** Whether the toolbar shows at this message, and whether the focus shall enter it. */
  at(id: number): "shown" | "entered" | null;
  enter(id: number): void;
  /** Takes the toolbar away; the focus stays at the message. */
  leave(): void;
}

interface Places {
  /** The message under the pointer, or pressed long. */
  pointed: number | null;
  /** The message with the visible focus. */
  focused: number | null;
  entered: boolean;
}

const NOWHERE: Places = { pointed: null, focused: null, entered: false };

type ListEvent<Kind extends Event> = Kind & { currentTarget: HTMLElement };

/**
 * Shows the toolbar of the message under the pointer, with the focus, or pressed long. The arrow keys lead from message
 * to message.
 * @param load loads the toolbar, or opens the page of the message that is entered if that fails
 */
export function useToolsPlace(load: (entered?: number) => void) {
  const [places, setPlaces] = useState(NOWHERE);
  const current = useRef(NOWHERE);
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);

  function change(next: Partial<Places>): void {
    const before = current.current;
    const places = { ...before, ...next };
    const names = ["pointed", "focused", "entered"] as const;
    if (names.every((name) => places[name] === before[name])) return;
    if (places.pointed !== null || places.focused !== null) load();
    setPlaces(current.current = places);
  }

  function endPress(): void {
    clearTimeout(press.current?.timer);
    press.current = null;
  }

  const place: ToolsPlace = {
    at(id) {
      const { pointed, focused, entered } = places;
      if (id === focused) return entered ? "entered" : "shown";
      return id === pointed ? "shown" : null;
    },
    enter(id) {
      change({ focused: id, entered: true });
      load(id);
    },
    leave: () => change({ pointed: null, entered: false }),
  };

  const handlers = {
    onPointerOver(event: ListEvent<PointerEvent>) {
      if (event.pointerType !== "touch") change({ pointed: messageAt(event) });
    },
    onPointerLeave(event: ListEvent<PointerEvent>) {
      endPress();
      if (event.pointerType !== "touch") change({ pointed: null });
    },
    onPointerDown(event: ListEvent<PointerEvent>) {
      endPress();
      const pressed = messageAt(event);
      if (event.pointerType !== "touch" || pressed === null) return;
      const timer = setTimeout(() => change({ pointed: pressed }), LONG_PRESS_MS);
      press.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      if (press.current === null) return;
      const { x, y } = press.current;
      if (Math.hypot(clientX - x, clientY - y) > PRESS_WITHIN) endPress();
    },
    onPointerUp: endPress,
    onPointerCancel: endPress,
    onContextMenu(event: MouseEvent) {
      // A long press would open the browser's own menu as well.
      if (press.current !== null) event.preventDefault();
    },
    onFocusIn(event: ListEvent<FocusEvent>) {
      const target = event.target as HTMLElement;
      const visible = target.matches(":focus-visible");
      if (visible) change({ focused: messageAt(event) });
    },
    onFocusOut(event: ListEvent<FocusEvent>) {
      const { target, relatedTarget } = event;
      // The window has lost the focus, not the element.
      if (relatedTarget === null && document.activeElement === target) return;
      const to = relatedTarget instanceof Element ? relatedTarget.closest("li") : null;
      if (to === (target as Element).closest("li")) return;
      change({ focused: null, entered: false });
    },
    onKeyDown(event: ListEvent<KeyboardEvent>) {
      const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      const from = event.target as HTMLElement;
      if (step === 0 || from.closest(".message-menu, .message-tools") === null) return;
      event.preventDefault();
      const menus = [...event.currentTarget.querySelectorAll<HTMLElement>(".message-menu")];
      const here = menus.findIndex((menu) => menu.parentElement!.contains(from));
      menus[here + step]?.focus();
    },
  };
  return { place, handlers };
}

/** The id of the message that an event is about. */
function messageAt({ target, currentTarget }: ListEvent<Event>): number | null {
  const line = target instanceof Element ? target.closest<HTMLElement>("li.message[id]") : null;
  return line !== null && currentTarget.contains(line) ? Number(line.id.slice(8)) : null;
}
