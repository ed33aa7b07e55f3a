import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ActingOptions, MessageActing } from "./message_acting.ts";
import type { OpenAction } from "./message_actions.ts";

/** The code that is loaded on first use, and the actions made with it. */
export type LoadedActions = typeof import("./loaded_actions.ts") & { acting: MessageActing };

/** The actions on messages, as the log renders them. */
export interface RenderedMessageActions {
  /** Whether script runs; without it the links lead to pages. */
  live: boolean;
  opened: OpenAction | null;
  /** Null until first used. */
  loaded: LoadedActions | null;
  load(): Promise<LoadedActions>;
  open(id: number, what: OpenAction["what"]): void;
  /** Leads to the message's page, if the server can be reached. */
  openPage(id: number): void;
}

interface Options extends ActingOptions {
  /** Whether live events are arriving. */
  connected: boolean;
  live: boolean;
}

/**
 * Returns the actions on messages. Functions from an earlier render behave like the latest ones, so unchanged lines may
 * keep them.
 */
export function useMessageActions(options: Options): RenderedMessageActions {
  const latest = useRef(options);
  latest.current = options;
  const once = useRef<LoadedActions | null>(null);
  const [loaded, setLoaded] = useState<LoadedActions | null>(null);
  const [opened, setOpened] = useState<OpenAction | null>(null);

  useLayoutEffect(() => once.current?.acting.rendered(), [opened]);

  async function load(): Promise<LoadedActions> {
    const module = await import("./loaded_actions.ts");
    if (once.current === null) {
      const acting = new module.MessageActing(() => latest.current, setOpened);
      setLoaded(once.current = { ...module, acting });
    }
    return once.current;
  }

  function openPage(id: number): void {
    const { connected, path } = latest.current;
    if (connected) location.assign(path(id));
  }

  return {
    live: options.live,
    opened,
    loaded,
    load,
    open(id, what) {
      const from = document.activeElement;
      load().then(({ acting }) => acting.open(id, what, from), () => openPage(id));
    },
    openPage,
  };
}
