import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Places, ToolsPlace } from "./tools_place.ts";
import type { ToolsTracker } from "./tools_tracker.ts";
import type { RenderedMessageActions } from "./use_message_actions.ts";

/** The events that the tracker has to know of from before it is loaded. */
const EARLY_TYPES = [
  "pointerover",
  "pointerleave",
  "pointerdown",
  "pointerup",
  "pointercancel",
  "focusin",
  "focusout",
  "keydown",
];

/** Finds the message whose toolbar shows; see `ToolsTracker`, which is loaded when a message is first used. */
export function useToolsPlace(
  { load, openPage }: RenderedMessageActions,
): { place: ToolsPlace; list: RefObject<HTMLOListElement> } {
  const [{ pointed, focused, entered }, show] = useState<Places>({
    pointed: null,
    focused: null,
    entered: false,
  });
  const list = useRef<HTMLOListElement>(null);
  const tracker = useRef<ToolsTracker | null>(null);

  async function track(): Promise<ToolsTracker> {
    const { ToolsTracker } = await load();
    return tracker.current ??= new ToolsTracker(list.current!, show);
  }

  useLayoutEffect(() => {
    let early: Event[] = [];
    const hear = (event: Event) => {
      if (tracker.current !== null) return;
      const isFirst = early.length === 0;
      const target = event.target as Element;
      if (isFirst && target.closest("li.message") === null) return;
      early.push(event);
      // The tracker moves the focus by these keys, and not the browser the log.
      const moves = /^Arrow(Up|Down)$/.test((event as KeyboardEvent).key);
      if (moves && target.matches(".message-menu")) event.preventDefault();
      if (!isFirst) return;
      // If loading fails, it is tried again at the next event.
      track().then((loaded) => early.forEach((event) => loaded.hear(event)), () => early = []);
    };
    for (const type of EARLY_TYPES) list.current!.addEventListener(type, hear);
  }, []);

  const place: ToolsPlace = {
    at(id) {
      if (id === focused) return entered ? "entered" : "shown";
      return id === pointed ? "shown" : null;
    },
    enter: (id) => void track().then((loaded) => loaded.enter(id), () => openPage(id)),
    leave: () => tracker.current!.leave(),
  };
  return { place, list };
}
