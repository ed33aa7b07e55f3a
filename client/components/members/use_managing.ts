import { useEffect, useState } from "preact/hooks";
import { postForm } from "../post_form.ts";
import type { ManagedPanel, ManagingState } from "./managed_panel.ts";
import type { Managing } from "./managing.tsx";

type Manage = typeof import("./managing.tsx").manage;

/**
 * The panel's actions, whose code is loaded after the page. Until then, and where that fails, its links lead to pages
 * that ask, and its forms are posted.
 */
export function useManaging(
  panel: Omit<ManagedPanel, "state" | "change" | "post">,
  problem: string | null,
): { state: ManagingState; managing: Managing | undefined } {
  const [manage, setManage] = useState<Manage>();
  const [state, setState] = useState<ManagingState>({ problem });
  useEffect(() => {
    import("./managing.tsx").then(({ manage, openWhenWide }) => {
      setManage(() => manage);
      openWhenWide(panel.panel.current!);
    }, () => {});
  }, []);
  const change = (changes: Partial<ManagingState>) => setState((now) => ({ ...now, ...changes }));
  return { state, managing: manage?.({ ...panel, state, change, post: postForm }) };
}
