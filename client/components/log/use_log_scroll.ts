import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { type LogAnchor, logAnchor, newestInView, restoreAnchor } from "./log_anchor.ts";
import type { RoomLog } from "../room/room_log.ts";

/** A reader this near to the end, in CSS pixels, wants to see what comes. */
const NEAR_END = 60;
/** What lies beyond the window is fetched before the reader is there. */
const LOAD_WITHIN = 800;

interface Options {
  log: RoomLog;
  /** Lines below the log's own. */
  pending: readonly unknown[];
  /** How many messages were written here: who writes wants to see what was written. */
  written: number;
  /** The message at which the log opens, `null` for its end or the first new one. */
  at: number | null;
  onAtEnd(atEnd: boolean): void;
  onNear(direction: "older" | "newer"): void;
  onSaw(message: number): void;
  /** The newest messages are wanted and not in the window. */
  onNewest(): void;
}

/** Where a log is scrolled to: it follows its end, and else nothing that happens moves what is read. */
export function useLogScroll(options: Options): {
  scroller: RefObject<HTMLDivElement>;
  onScroll(): void;
  toEnd(): void;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const current = useRef(options);
  const atEnd = useRef(!options.log.newer);
  const wantsEnd = useRef(false);
  const opened = useRef(false);
  const drawn = useRef(options.log.entries);
  const anchor = useRef<LogAnchor | null>(null);
  current.current = options;
  // What was in view before this drawing changes it.
  if (scroller.current !== null) anchor.current = logAnchor(scroller.current);

  function settle(): void {
    const element = scroller.current!;
    const { log, onAtEnd, onNear, onSaw } = current.current;
    const { scrollHeight, scrollTop, clientHeight } = element;
    const left = scrollHeight - scrollTop - clientHeight;
    const isAtEnd = !log.newer && left < NEAR_END;
    if (isAtEnd !== atEnd.current) onAtEnd(isAtEnd);
    atEnd.current = isAtEnd;
    anchor.current = logAnchor(element);
    onSaw(newestInView(element));
    if (log.older && scrollTop < LOAD_WITHIN) onNear("older");
    if (log.newer && left < LOAD_WITHIN) onNear("newer");
  }

  function keep(follow = atEnd.current && !current.current.log.newer): void {
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
    // The log shrinks when the composer grows or a phone's keyboard opens; its lines grow with the type.
    const observer = new ResizeObserver(() => keep());
    observer.observe(element);
    observer.observe(element.firstElementChild!);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (!opened.current) return;
    const { entries, newer } = options.log;
    // The newest page may be behind already: at its end the rest is loaded.
    const arrived = wantsEnd.current && entries !== drawn.current;
    drawn.current = entries;
    if (!newer) wantsEnd.current = false;
    keep(arrived || undefined);
  }, [options.log, options.pending]);

  useLayoutEffect(() => {
    if (options.written > 0) toEnd();
  }, [options.written]);

  return { scroller, onScroll: settle, toEnd };
}

/** Shows the message that was asked for, else the first new one, else the end. */
function open(log: HTMLElement, at: number | null): void {
  const found = at === null ? null : log.querySelector<HTMLElement>(`#message-${at}`);
  const place = found ?? log.querySelector(".first-new");
  log.scrollTop = log.scrollHeight;
  if (place === null) return;
  const offset = place.getBoundingClientRect().top - log.getBoundingClientRect().top;
  log.scrollTop += offset - log.clientHeight * (found === null ? 0.15 : 0.35);
  found?.focus({ preventScroll: true });
}
