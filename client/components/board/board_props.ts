import type { BoardTexts } from "../../i18n/board_texts.ts";
import type { BoardFilter } from "../../shared/board/board_query.ts";
import type { BoardView, CardView } from "../../shared/board/board_view.ts";
import type { TaskStatus } from "../../../lib/model/task.ts";

/** The form for a new task, after an error. */
export interface RefusedAdding {
  status: TaskStatus;
  title: string;
  assignee: string;
  due: string;
  problem: string;
}

/** The form of a card, after an error. */
export interface RefusedCard {
  title: string;
  assignee: string;
  due: string;
  notes: string;
  /** The notes with which the form was opened. */
  was_notes: string;
  problem: string;
}

/** Props of the board's island; JSON only, because they are sent to the browser. */
export interface BoardProps {
  view: BoardView;
  /** `HOST:PORT` of the project's server. */
  server: string;
  /** The reader's username. */
  me: string;
  filter: BoardFilter;
  /** Whether the chat is shown beside the board where there is room. */
  chatBeside: boolean;
  /** The open card; `gone` if there is no such task. */
  card: CardView | "gone" | null;
  /** The status whose column is shown whole. */
  whole: string;
  adding: RefusedAdding | null;
  saving: RefusedCard | null;
  /** The tag of the form for a new task: posting it twice creates one. */
  tag: string;
  texts: BoardTexts;
}
