import { fill } from "../../i18n/message.ts";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { RoomState } from "./room_state.ts";

interface RoomBannerProps {
  room: Pick<RoomState, "me" | "connected" | "paused" | "ended" | "removedBy" | "project">;
  texts: BannerTexts;
}

type BannerTexts = Pick<
  RoomTexts,
  | "log_in"
  | "all_projects"
  | "room_archived"
  | "room_paused"
  | "connection_lost"
  | "room_ended_logged_out"
  | "room_ended_not_a_member"
  | "room_ended_removed"
  | "room_ended_left"
>;

/** Explains why live updates have stopped and what to do. */
export function RoomBanner({ room, texts }: RoomBannerProps) {
  const { connected, paused, ended, project } = room;
  if (ended !== null) {
    return (
      <p class="banner" role="alert">
        {endedText(room, texts)} {ended === "logged_out"
          ? <a href={`/login?next=/projects/${project.id}`} target="_blank">{texts.log_in}</a>
          : <a href="/">{texts.all_projects}</a>}
      </p>
    );
  }
  if (connected && !paused) {
    return project.archived ? <p class="banner" role="status">{texts.room_archived}</p> : null;
  }
  return <p class="banner" role="status">{paused ? texts.room_paused : texts.connection_lost}</p>;
}

function endedText({ me, ended, removedBy }: RoomBannerProps["room"], texts: BannerTexts): string {
  if (ended === "logged_out") return texts.room_ended_logged_out;
  if (removedBy === null) return texts.room_ended_not_a_member;
  if (removedBy === me) return texts.room_ended_left;
  return fill(texts.room_ended_removed, { by: removedBy });
}
