import { useEffect, useReducer, useState } from "preact/hooks";
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
  const [state, change] = useReducer(changed, { problem });
  useEffect(() => {
    import("./managing.tsx").then(({ manage }) => setManage(() => manage), () => {});
  }, []);
  return { state, managing: manage?.({ ...panel, state, change, post: postForm }) };
}

function changed(state: ManagingState, changes: Partial<ManagingState>): ManagingState {
  return { ...state, ...changes };
}
