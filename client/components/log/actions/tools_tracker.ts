import type { Places } from "./tools_place.ts";

/** How long a finger rests on a message before its toolbar shows. */
const LONG_PRESS_MS = 450;
/** How far the finger may move meanwhile, in CSS pixels. */
const PRESS_WITHIN = 10;

const TYPES = [
  "pointerover",
  "pointerleave",
  "pointerdown",
  "pointermove",
  "pointerup",
  "pointercancel",
  "contextmenu",
  "focusin",
  "focusout",
  "keydown",
];

/**
 * Finds the message whose toolbar shows: the one under the pointer, with the focus, or pressed long. The arrow keys lead
 * from message to message.
 */
export class ToolsTracker {
  readonly #list: HTMLElement;
  readonly #show: (places: Places) => void;
  #places: Places = { pointed: null, focused: null, entered: false };
  #press: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | null = null;

  constructor(list: HTMLElement, show: (places: Places) => void) {
    this.#list = list;
    this.#show = show;
    for (const type of TYPES) list.addEventListener(type, (event) => this.hear(event));
  }

  enter(id: number): void {
    this.#change({ focused: id, entered: true });
  }

  leave(): void {
    this.#change({ pointed: null, entered: false });
  }

  /** Handles an event, which may have happened before this code was loaded. */
  hear(event: Event): void {
    const pointer = event as PointerEvent;
    const byTouch = pointer.pointerType === "touch";
    switch (event.type) {
      case "pointerover":
        if (!byTouch) this.#change({ pointed: this.#messageAt(event) });
        return;
      case "pointerleave":
        this.#endPress();
        if (!byTouch) this.#change({ pointed: null });
        return;
      case "pointerdown":
        this.#endPress();
        return byTouch ? this.#beginPress(pointer) : undefined;
      case "pointermove":
        if (this.#press === null) return;
        if (
          Math.hypot(pointer.clientX - this.#press.x, pointer.clientY - this.#press.y) >
            PRESS_WITHIN
        ) {
          this.#endPress();
        }
        return;
      case "pointerup":
      case "pointercancel":
        return this.#endPress();
      case "contextmenu":
        // A long press would open the browser's own menu as well.
        if (this.#press !== null) event.preventDefault();
        return;
      case "focusin":
        if ((event.target as Element).matches(":focus-visible")) {
          this.#change({ focused: this.#messageAt(event) });
        }
        return;
      case "focusout":
        return this.#onFocusOut(event as FocusEvent);
      case "keydown":
        return this.#onKeyDown(event as KeyboardEvent);
    }
  }

  #beginPress(event: PointerEvent): void {
    const pressed = this.#messageAt(event);
    if (pressed === null) return;
    const timer = setTimeout(() => this.#change({ pointed: pressed }), LONG_PRESS_MS);
    this.#press = { timer, x: event.clientX, y: event.clientY };
  }

  #endPress(): void {
    clearTimeout(this.#press?.timer);
    this.#press = null;
  }

  #onFocusOut({ target, relatedTarget }: FocusEvent): void {
    // The window has lost the focus, not the element.
    if (relatedTarget === null && document.activeElement === target) return;
    const to = relatedTarget instanceof Element ? relatedTarget.closest("li") : null;
    if (to === (target as Element).closest("li")) return;
    this.#change({ focused: null, entered: false });
  }

  #onKeyDown(event: KeyboardEvent): void {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    const from = event.target as HTMLElement;
    if (step === 0 || from.closest(".message-menu, .message-tools") === null) return;
    event.preventDefault();
    const menus = [...this.#list.querySelectorAll<HTMLElement>(".message-menu")];
    const here = menus.findIndex((menu) => menu.parentElement!.contains(from));
    menus[here + step]?.focus();
  }

  /** The id of the message that an event is about. */
  #messageAt({ target }: Event): number | null {
    const line = target instanceof Element ? target.closest<HTMLElement>("li.message[id]") : null;
    return line !== null && this.#list.contains(line) ? Number(line.id.slice(8)) : null;
  }

  #change(next: Partial<Places>): void {
    const before = this.#places;
    const places = { ...before, ...next };
    const names = ["pointed", "focused", "entered"] as const;
    if (names.every((name) => places[name] === before[name])) return;
    this.#show(this.#places = places);
  }
}
