import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { RoomView } from "../../shared/room_view.ts";

/** What the room's island is given; JSON only, since it goes to the browser. */
export interface ChatRoomProps {
  view: RoomView;
  /** `HOST:PORT`: where the room is. */
  server: string;
  /** The reader's username. */
  me: string;
  /** The message that is being written, as it was before an error. */
  draft: { text: string; tag: string; problem: string | null };
  /** What the owner typed to add members, as it was before an error. */
  invitation: { names: string; problem: string | null };
  /** The name that the owner typed for the project, where it was refused. */
  newName: string | null;
  /** The message to show and mark, by its number. */
  at: number | null;
  texts: RoomTexts;
}
