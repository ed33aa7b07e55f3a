import { useEffect, useRef, useState } from "preact/hooks";
import type { Task } from "../../../../lib/model/task.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import type { BoardFilter } from "../../../shared/board/board_query.ts";
import { boardPath, filterQuery } from "../../../shared/board/board_query.ts";
import type { CardView } from "../../../shared/board/board_view.ts";
import type { TaskEvent } from "../../../shared/live_events.ts";
import { taskId } from "../../../shared/paths.ts";
import { getJson } from "../../post_form.ts";

/** The card beside the board. */
export interface OpenCard {
  /** The open task; null if none is open. */
  id: number | null;
  /** Null until it is loaded, and where the task is gone. */
  card: CardView | null;
  /** Why it can't be shown or what was last done failed. */
  problem: string | null;
  /** The username of who has deleted it while it was open; "" if that is not known. */
  goneBy: string | null;
}

const CLOSED: OpenCard = { id: null, card: null, problem: null, goneBy: null };

interface Options {
  projectId: number;
  initial: CardView | "gone" | null;
  filter: BoardFilter;
  texts: BoardTexts;
  url(path: string): string;
}

/** Opens cards in their place, with an address of their own, and keeps an open one up to date. */
export function useOpenCard({ projectId, initial, filter, texts, url }: Options) {
  const [state, setState] = useState<OpenCard>(() =>
    initial === "gone"
      ? { ...CLOSED, goneBy: "" }
      : initial === null
      ? CLOSED
      : { ...CLOSED, id: initial.task.id, card: initial }
  );
  const current = useRef(state);
  const show = (next: OpenCard) => setState(current.current = next);

  useEffect(() => {
    const onPopState = () => {
      const id = taskId(new URLSearchParams(location.search).get("task") ?? "");
      if (id === null) show(CLOSED);
      else if (id !== current.current.id) void load(id);
    };
    addEventListener("popstate", onPopState);
    return () => removeEventListener("popstate", onPopState);
  }, []);

  const href = (id: number | null) => boardPath(projectId, filterQuery(filter), id);

  /** @param known what the board has of the task, shown until all of it is loaded */
  async function load(id: number, known?: Task): Promise<void> {
    const before = current.current;
    const kept = before.id === id ? before.card : null;
    const partly = known === undefined ? null : { task: known, changes: [], more: false };
    show({ ...CLOSED, id, card: kept ?? partly });
    const answer = await getJson<CardView>(url(`/tasks/${id}`), texts, "task");
    if (current.current.id !== id) return;
    if ("error" in answer) {
      const gone = answer.error.code === "task_not_found";
      show({
        ...current.current,
        ...gone ? { id: null, card: null, goneBy: "" } : {},
        problem: gone ? null : answer.error.text,
      });
    } else show({ ...current.current, card: answer });
  }

  return {
    ...state,
    href,
    open(task: Task) {
      if (state.id !== task.id) history.pushState(null, "", href(task.id));
      void load(task.id, task);
    },
    close() {
      if (state.id !== null) history.pushState(null, "", href(null));
      show(CLOSED);
    },
    /** Reads the open card anew: changes may have been missed. */
    refresh() {
      if (current.current.id !== null) void load(current.current.id);
    },
    failed: (problem: string) => show({ ...current.current, problem }),
    /** Follows a change of the open task. */
    heard({ task, change }: TaskEvent) {
      const { id, card } = current.current;
      if (task.id !== id || change.task_id !== id) return;
      if (change.change === "delete") return show({ ...CLOSED, goneBy: change.by });
      if (card === null) return;
      const known = card.changes.some((each) => each.id === change.id);
      const changes = known ? card.changes : [...card.changes, change];
      show({ ...current.current, problem: null, card: { ...card, task, changes } });
    },
  };
}
