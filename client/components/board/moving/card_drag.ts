import type { TaskStatus } from "../../../../lib/model/task.ts";

/** A place among the cards that are shown. */
export interface CardPlace {
  status: TaskStatus;
  /** Among the other cards of the column. */
  index: number;
}

/** Pixels that a mouse moves before it drags, and that a finger may move while it is held. */
const SLACK = 6;
/** Milliseconds that a finger is held on a card before it drags; before that, it scrolls. */
const HOLD_MS = 300;
/** Pixels from an edge within which the board scrolls while a card is dragged, and pixels a frame. */
const EDGE = 48;
const SCROLL_STEP = 12;

interface Options {
  /** The element with the columns. */
  board: HTMLElement;
  /** Whether cards may be moved now. */
  enabled(): boolean;
  onStart(taskId: number): void;
  onOver(place: CardPlace): void;
  /** Called at the end, with the place where the card was dropped, or null. */
  onEnd(taskId: number, place: CardPlace | null): void;
}

/** Lets cards be dragged by a mouse or pen, or by a finger that is held on one (Pointer Events Level 2). */
export class CardDrag {
  readonly #options: Options;
  readonly #listening = new AbortController();
  /** The card under the pointer, before and while it is dragged. */
  #held: { card: HTMLElement; pointer: number; x: number; y: number; touch: boolean } | null = null;
  #holdTimer: ReturnType<typeof setTimeout> | undefined;
  #ghost: HTMLElement | null = null;
  #place: CardPlace | null = null;
  #at = { x: 0, y: 0 };
  #frame = 0;

  constructor(options: Options) {
    this.#options = options;
    const { board } = options;
    const { signal } = this.#listening;
    board.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    // A touch scrolls as soon as its first move isn't prevented.
    board.addEventListener("touchmove", (event) => {
      if (this.#ghost !== null) event.preventDefault();
    }, { signal, passive: false });
    board.addEventListener("contextmenu", (event) => {
      if (this.#held?.touch) event.preventDefault();
    }, { signal });
    document.addEventListener("pointermove", (event) => this.#move(event), { signal });
    document.addEventListener("pointerup", (event) => this.#up(event), { signal });
    document.addEventListener("pointercancel", (event) => {
      if (event.pointerId === this.#held?.pointer) this.cancel();
    }, { signal });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#ghost === null) return;
      event.preventDefault();
      event.stopPropagation();
      this.cancel();
    }, { signal, capture: true });
  }

  /** Whether this card is being dragged. */
  drags(taskId: number): boolean {
    return this.#ghost !== null && idOf(this.#held!.card) === taskId;
  }

  /** Puts the card back. */
  cancel(): void {
    this.#end(null);
  }

  close(): void {
    this.cancel();
    this.#listening.abort();
  }

  #down(event: PointerEvent): void {
    const { target, pointerId, clientX, clientY, pointerType, button } = event;
    const card = (target as Element).closest<HTMLElement>("[data-task]");
    const other = (target as Element).closest("button, input, select, textarea");
    if (card === null || other !== null || button !== 0 || this.#held !== null) return;
    if (!this.#options.enabled()) return;
    const touch = pointerType === "touch";
    this.#held = { card, pointer: pointerId, x: clientX, y: clientY, touch };
    this.#at = { x: clientX, y: clientY };
    if (touch) this.#holdTimer = setTimeout(() => this.#start(), HOLD_MS);
  }

  #move(event: PointerEvent): void {
    const held = this.#held;
    if (held === null || event.pointerId !== held.pointer) return;
    this.#at = { x: event.clientX, y: event.clientY };
    if (this.#ghost === null) {
      const far = Math.hypot(event.clientX - held.x, event.clientY - held.y) > SLACK;
      if (!far) return;
      // The finger scrolls.
      if (held.touch) return this.cancel();
      this.#start();
    }
    this.#follow();
  }

  #up(event: PointerEvent): void {
    if (event.pointerId !== this.#held?.pointer) return;
    if (this.#ghost !== null) {
      // The click that follows would open the card.
      const stop = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      addEventListener("click", stop, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", stop, { capture: true }), 0);
    }
    this.#end(this.#place);
  }

  #start(): void {
    const { card } = this.#held!;
    const { left, top, width } = card.getBoundingClientRect();
    const ghost = card.cloneNode(true) as HTMLElement;
    ghost.removeAttribute("id");
    ghost.removeAttribute("data-task");
    ghost.setAttribute("aria-hidden", "true");
    ghost.classList.add("card-ghost");
    Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
    document.body.append(ghost);
    document.body.classList.add("dragging");
    getSelection()?.removeAllRanges();
    this.#ghost = ghost;
    this.#options.onStart(idOf(card));
    this.#follow();
    this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  #follow(): void {
    const { x, y } = this.#at;
    const held = this.#held!;
    this.#ghost!.style.transform = `translate(${x - held.x}px, ${y - held.y}px) rotate(1.5deg)`;
    const place = placeAt(this.#options.board, idOf(held.card), x, y);
    if (place === null) return;
    const { status, index } = this.#place ?? {};
    if (place.status === status && place.index === index) return;
    this.#place = place;
    this.#options.onOver(place);
  }

  /** Scrolls what is below the pointer while that is near its edge. */
  #scroll(): void {
    if (this.#ghost === null) return;
    const { board } = this.#options;
    const { x, y } = this.#at;
    const step = (at: number, from: number, to: number) =>
      at < from + EDGE ? -SCROLL_STEP : at > to - EDGE ? SCROLL_STEP : 0;
    const sides = board.getBoundingClientRect();
    board.scrollBy(step(x, Math.max(sides.left, 0), Math.min(sides.right, innerWidth)), 0);
    const list = this.#place &&
      board.querySelector(`[data-status=${this.#place.status}] .board-cards`);
    if (list) {
      const { top, bottom } = list.getBoundingClientRect();
      list.scrollBy(0, step(y, Math.max(top, 0), Math.min(bottom, innerHeight)));
    }
    this.#follow();
    this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  #end(place: CardPlace | null): void {
    const held = this.#held;
    clearTimeout(this.#holdTimer);
    cancelAnimationFrame(this.#frame);
    this.#held = null;
    this.#place = null;
    if (this.#ghost === null || held === null) return;
    this.#ghost.remove();
    this.#ghost = null;
    document.body.classList.remove("dragging");
    this.#options.onEnd(idOf(held.card), place);
  }
}

function idOf(card: HTMLElement): number {
  return Number(card.dataset.task);
}

/** The place below a point: in the nearest column, before the first card whose middle is below it. */
function placeAt(board: HTMLElement, taskId: number, x: number, y: number): CardPlace | null {
  let nearest: { column: HTMLElement; distance: number } | null = null;
  for (const column of board.querySelectorAll<HTMLElement>("[data-status]")) {
    const { left, right } = column.getBoundingClientRect();
    const distance = Math.max(left - x, x - right, 0);
    if (nearest === null || distance < nearest.distance) nearest = { column, distance };
  }
  if (nearest === null) return null;
  const { column } = nearest;
  const cards = [...column.querySelectorAll<HTMLElement>("[data-task]")]
    .filter((card) => idOf(card) !== taskId);
  const below = cards.findIndex((card) => {
    const { top, height } = card.getBoundingClientRect();
    return y < top + height / 2;
  });
  const index = below < 0 ? cards.length : below;
  return { status: column.dataset.status as TaskStatus, index };
}
