import { ChungError } from "../../../lib/errors.ts";
import { taskNotFound } from "../../../lib/model/refusals.ts";
import type { RefusedAdding, RefusedCard } from "../../components/board/board_props.ts";
import { type Problem, problemOf } from "../../http/problem.ts";
import type { Language } from "../../i18n/language.ts";
import type { PersonSession } from "../../session/person_session.ts";
import { type BoardFilter, boardFilter } from "../../shared/board/board_query.ts";
import { type BoardView, type CardView, onBoard } from "../../shared/board/board_view.ts";
import { taskId } from "../../shared/paths.ts";

/** Data of a board's page. */
export interface BoardPageData {
  projectId: number;
  /** Null when the board can't be loaded. */
  view: BoardView | null;
  /** Why the board can't be loaded. */
  problem: Problem | null;
  filter: BoardFilter;
  /** The task whose card is open; `gone` if there is none with that id. */
  card: CardView | "gone" | null;
  /** The column that is shown whole, without script. */
  whole: string;
  adding: RefusedAdding | null;
  saving: RefusedCard | null;
  /** Why a form without fields of its own failed. */
  undone: string | null;
}

interface BoardAsked {
  projectId: number;
  language: Language;
  query: URLSearchParams;
}

/** A refused form, with which the page is shown again. */
type Refused = Partial<Pick<BoardPageData, "adding" | "saving" | "undone">>;

/** Data of a page whose board isn't loaded. */
export function closedBoard(
  { projectId, query }: Omit<BoardAsked, "language">,
  problem: Problem | null,
  refused: Refused = {},
): BoardPageData {
  return {
    projectId,
    view: null,
    problem,
    filter: boardFilter(query),
    card: null,
    whole: query.get("all") ?? "",
    adding: null,
    saving: null,
    undone: null,
    ...refused,
  };
}

/** Reads a board and the open card. */
export async function boardPageData(
  { session, projectId, language, query }: BoardAsked & { session: PersonSession },
  refused: Refused = {},
): Promise<BoardPageData> {
  const data = closedBoard({ projectId, query }, null, refused);
  const open = taskId(query.get("task") ?? "");
  try {
    const [project, members, list, card] = await Promise.all([
      session.project(projectId),
      session.members(projectId),
      session.tasks.board(projectId, open),
      open === null ? null : openCard(session, open),
    ]);
    if (project === null) {
      throw new ChungError("not_a_member", "you are not a member of this project");
    }
    const { id, name, owner, created_at, archived } = project;
    const view = {
      project: { id, name, owner, created_at, ...archived && { archived } },
      members,
      tasks: list.tasks.map(onBoard),
      last_change: list.last_change,
    };
    const task = list.tasks.find(({ id }) => id === open);
    if (card === null) return { ...data, view };
    return {
      ...data,
      view,
      card: task === undefined || card === "gone" ? "gone" : { ...card, task },
    };
  } catch (error) {
    return { ...data, problem: problemOf(error, language) };
  }
}

async function openCard(
  session: PersonSession,
  id: number,
): Promise<Omit<CardView, "task"> | "gone"> {
  try {
    return await session.tasks.history(id);
  } catch (error) {
    if (error instanceof ChungError && error.code === "task_not_found") return "gone";
    throw error;
  }
}

/** Reads the card of a task. @throws {ChungError} as the server answers */
export async function cardView(
  session: PersonSession,
  projectId: number,
  id: number,
): Promise<CardView> {
  const [list, changes] = await Promise.all([
    session.tasks.board(projectId, id),
    session.tasks.history(id),
  ]);
  const task = list.tasks.find((task) => task.id === id);
  if (task === undefined) throw taskNotFound(id);
  return { task, ...changes };
}
