import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { GreetingData } from "../greeting/greeting.tsx";
import type { RoomView } from "../../shared/room_view.ts";

/** The results of a search, and how pages of the log keep the way back to them. */
export interface ResultsPlace {
  href: string;
  text: string;
  /** The parameter of the pages' addresses, `q=QUERY&` or `all=QUERY&`. */
  parameter: string;
}

/** Props of the room's island; JSON only, because they are sent to the browser. */
export interface ChatRoomProps {
  view: RoomView;
  /** `HOST:PORT` of the room's server. */
  server: string;
  /** The reader's username. */
  me: string;
  /** The unsent message after an error. */
  draft: { text: string; tag: string; problem: string | null };
  /** The names typed to add members, after an error. */
  invitation: { names: string; problem: string | null };
  /** Whether the members are shown beside the room where there is space. */
  membersShown: boolean;
  /** The title of the page, with `{project}`, where it stands beside something else, which has the head and the focus. */
  beside?: string;
  /** The id of the message to show and highlight. */
  at: number | null;
  /** The results of the search that led here. */
  results?: ResultsPlace;
  /** Shown until somebody writes. */
  greeting?: GreetingData;
  texts: RoomTexts;
}
