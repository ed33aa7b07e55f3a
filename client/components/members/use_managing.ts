import { useEffect, useRef, useState } from "preact/hooks";
import type { ManagedPanel, ManagingState } from "./managed_panel.ts";
import type { Managing } from "./managing.tsx";

type Manage = typeof import("./managing.tsx").manage;

/** The panel's actions and their state. */
export interface LazyManaging {
  state: ManagingState;
  /** Whether script acts, and not the pages that the links lead to. */
  live: boolean;
  /** Undefined until the code is loaded. */
  managing: Managing | undefined;
  /** Loads the code, because it may be needed soon. */
  prepare(): void;
  /** Does what the event asks for, once the code is loaded. */
  act(event: Event): void;
}

/**
 * The panel's actions, whose code is loaded when the panel is first used. Where that fails, its links lead to pages that
 * ask, and its forms are posted.
 */
export function useManaging(
  panel: Omit<ManagedPanel, "state" | "change">,
  problem: string | null,
): LazyManaging {
  const [live, setLive] = useState(false);
  const [manage, setManage] = useState<Manage>();
  const [state, setState] = useState<ManagingState>({ problem });
  const change = (changes: Partial<ManagingState>) =>
    setState((before) => ({ ...before, ...changes }));
  const managed = { ...panel, state, change };
  const latest = useRef(managed);
  latest.current = managed;
  useEffect(() => setLive(true), []);

  async function load(): Promise<Managing> {
    const { manage } = await import("./managing.tsx");
    setManage(() => manage);
    return manage(latest.current);
  }

  const managing = manage?.(managed);
  return {
    state,
    live,
    managing,
    prepare: () => void (manage ?? load().catch(() => {})),
    act(event) {
      if (managing !== undefined) return managing.on(event);
      const goOn = takenFrom(event);
      load().then((loaded) => loaded.on(event), goOn);
    },
  };
}

/** Keeps an event from leaving the page; returns what leaves it after all. */
function takenFrom(event: Event): () => void {
  const target = event.target as Element;
  const link = event.type === "click" ? target.closest<HTMLAnchorElement>("a.ask") : null;
  if (link === null && event.type !== "submit") return () => {};
  event.preventDefault();
  return () => link === null ? (target as HTMLFormElement).submit() : location.assign(link.href);
}
