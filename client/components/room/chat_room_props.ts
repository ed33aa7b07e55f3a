import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { RoomView } from "../../shared/room_view.ts";

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
  /** The refused project name. */
  newName: string | null;
  /** The id of the message to show and highlight. */
  at: number | null;
  texts: RoomTexts;
}
