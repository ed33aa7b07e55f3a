import { useEffect, useRef, useState } from "preact/hooks";
import type { Task } from "../../../../lib/model/task.ts";
import type { BoardTexts } from "../../../i18n/board_texts.ts";
import type { BoardFilter } from "../../../shared/board/board_query.ts";
import { boardPath, filterQuery } from "../../../shared/board/board_query.ts";
import type { CardView } from "../../../shared/board/board_view.ts";
import type { TaskEvent } from "../../../shared/live_events.ts";
import { taskId } from "../../../shared/paths.ts";
import { getJson } from "../../post_form.ts";
import { cardAfterAnswer, cardAfterEvent, cardAfterRead } from "./card_state.ts";

/** The card beside the board. */
export interface OpenCard {
  /** The open task; null if none is open. */
  id: number | null;
  /** Null until it is loaded, and where the task is gone. */
  card: CardView | null;
  /** Whether all of the card is loaded: the board has the beginning of long notes only. */
  whole: boolean;
  /** Why it can't be shown or what was last done failed. */
  problem: string | null;
  /** The username of who has deleted it while it was open; "" if that is not known. */
  goneBy: string | null;
  /** The id of the task that is gone, if that is known. */
  goneId: number | null;
}

const CLOSED: OpenCard = {
  ...{ id: null, card: null, whole: false, problem: null },
  ...{ goneBy: null, goneId: null },
};

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
      : { ...CLOSED, id: initial.task.id, card: initial, whole: true }
  );
  const current = useRef(state);
  const show = (next: OpenCard) => setState(current.current = next);

  useEffect(() => {
    const onPopState = () => {
      const id = taskId(new URLSearchParams(location.search).get("task") ?? "");
      saveTitle();
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
    const partly = known === undefined ? null : { task: known, changes: [], more: false };
    if (before.id === id && before.card !== null) show({ ...before, problem: null });
    else show({ ...CLOSED, id, card: partly });
    const answer = await getJson<CardView>(url(`/tasks/${id}`), texts, "task");
    if (current.current.id !== id) return;
    if ("error" in answer) {
      const gone = answer.error.code === "task_not_found";
      show({
        ...current.current,
        ...gone ? { id: null, card: null, goneBy: "", goneId: id } : {},
        problem: gone ? null : answer.error.text,
      });
    } else {
      const { card, whole } = current.current;
      show({ ...current.current, whole: true, card: cardAfterRead(whole ? card : null, answer) });
    }
  }

  return {
    ...state,
    href,
    /** @param known what the board has of the task */
    open(id: number, known?: Task) {
      goTo(href(id));
      void load(id, known);
    },
    close() {
      saveTitle();
      goTo(href(null));
      show(CLOSED);
    },
    /** Reads the open card anew: changes may have been missed. */
    refresh() {
      if (current.current.id !== null) void load(current.current.id);
    },
    failed: (problem: string) => show({ ...current.current, problem }),
    /** Shows what the server has answered to a change of the open task. */
    answered(task: Task) {
      const { id, card } = current.current;
      if (task.id !== id || card === null) return;
      show({ ...current.current, whole: true, problem: null, card: cardAfterAnswer(card, task) });
    },
    /** Follows a change of the open task. */
    heard({ task, change }: TaskEvent) {
      const { id, card } = current.current;
      if (task.id !== id || change.task_id !== id) return;
      if (change.change === "delete") return show({ ...CLOSED, goneBy: change.by, goneId: id });
      show({
        ...current.current,
        ...{ whole: true, problem: null, card: cardAfterEvent(card, { task, change }) },
      });
    },
  };
}

function goTo(path: string): void {
  if (location.pathname + location.search !== path) history.pushState(null, "", path);
}

/** Saves the title that is being typed: a field that is just taken away doesn't tell of its change. */
function saveTitle(): void {
  document.querySelector("#card-title")?.dispatchEvent(new Event("change", { bubbles: true }));
}
