import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { type LogAnchor, logAnchor, newestInView, restoreAnchor } from "./log_anchor.ts";
import type { RoomLog } from "../room/room_log.ts";

/** Distance from the end, in CSS pixels, within which the log follows new messages. */
const FOLLOW_WITHIN = 60;
/** Distance from the window's edge, in CSS pixels, at which the next page is loaded. */
const LOAD_WITHIN = 800;

interface Options {
  log: RoomLog;
  /** Pending messages, drawn below the log. */
  pending: readonly unknown[];
  /** The number of messages sent from this page; each one scrolls to the end. */
  written: number;
  /** The message to open the log at; `null` opens it at the first unread message or the end. */
  at: number | null;
  onAtEnd(atEnd: boolean): void;
  onNear(direction: "older" | "newer"): void;
  onSaw(message: number): void;
  /** Loads the newest messages when the window doesn't hold them. */
  onNewest(): void;
}

/**
 * Manages the log's scroll position: follows the end when the reader is there, otherwise keeps the visible lines in
 * place.
 */
export function useLogScroll(options: Options): {
  scroller: RefObject<HTMLDivElement>;
  onScroll(): void;
  toEnd(): void;
  /** Keeps the visible lines in place even at the end, while one of them grows. */
  stay(): void;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const current = useRef(options);
  const atEnd = useRef(!options.log.newer);
  const wantsEnd = useRef(false);
  const opened = useRef(false);
  const rendered = useRef(options.log.messages);
  const anchor = useRef<LogAnchor | null>(null);
  current.current = options;
  // Record the anchor before this render changes the layout.
  if (scroller.current !== null) anchor.current = logAnchor(scroller.current);

  function settle(): void {
    const element = scroller.current!;
    const { log, onAtEnd, onNear, onSaw } = current.current;
    const { scrollHeight, scrollTop, clientHeight } = element;
    const toBottom = scrollHeight - scrollTop - clientHeight;
    const isAtEnd = !log.newer && toBottom < FOLLOW_WITHIN;
    if (isAtEnd !== atEnd.current) onAtEnd(isAtEnd);
    atEnd.current = isAtEnd;
    anchor.current = logAnchor(element);
    onSaw(newestInView(element));
    if (log.older && scrollTop < LOAD_WITHIN) onNear("older");
    if (log.newer && toBottom < LOAD_WITHIN) onNear("newer");
  }

  function keepPosition(follow = atEnd.current && !current.current.log.newer): void {
    const element = scroller.current!;
    if (follow) element.scrollTop = element.scrollHeight;
    else if (anchor.current !== null) restoreAnchor(element, anchor.current);
    settle();
  }

  function toEnd(): void {
    const { log, onNewest } = current.current;
    wantsEnd.current = log.newer;
    if (log.newer) return onNewest();
    scroller.current!.scrollTop = scroller.current!.scrollHeight;
    settle();
  }

  useLayoutEffect(() => {
    const element = scroller.current!;
    open(element, current.current.at);
    settle();
    opened.current = true;
    // The log shrinks when the composer grows or an on-screen keyboard opens; lines grow with the font size.
    const observer = new ResizeObserver(() => keepPosition());
    observer.observe(element);
    observer.observe(element.firstElementChild!);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (!opened.current) return;
    const { messages, newer } = options.log;
    // Newer messages may have arrived since the newest page was requested; its end triggers loading them.
    const arrived = wantsEnd.current && messages !== rendered.current;
    rendered.current = messages;
    if (!newer) wantsEnd.current = false;
    keepPosition(arrived || undefined);
  }, [options.log, options.pending]);

  useLayoutEffect(() => {
    if (options.written > 0) toEnd();
  }, [options.written]);

  function stay(): void {
    atEnd.current = false;
    anchor.current = logAnchor(scroller.current!);
    current.current.onAtEnd(false);
  }

  return { scroller, onScroll: settle, toEnd, stay };
}

/** Scrolls to the requested message, else to the first unread one, else to the end. */
function open(log: HTMLElement, at: number | null): void {
  const found = at === null ? null : log.querySelector<HTMLElement>(`#message-${at}`);
  const place = found ?? log.querySelector(".first-new");
  log.scrollTop = log.scrollHeight;
  if (place === null) return;
  const offset = place.getBoundingClientRect().top - log.getBoundingClientRect().top;
  log.scrollTop += offset - log.clientHeight * (found === null ? 0.15 : 0.35);
  found?.focus({ preventScroll: true });
}
