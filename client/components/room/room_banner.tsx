import { useEffect } from "preact/hooks";
import type { RoomTexts } from "../../i18n/room_texts.ts";
import type { RoomState } from "./room_state.ts";

/** Long enough to read the reason. */
const LEAVE_AFTER_MS = 5_000;

interface RoomBannerProps {
  room: Pick<RoomState, "connected" | "paused" | "ended" | "project">;
  texts: RoomTexts;
}

/** Explains why live updates have stopped and what to do. Removed members are redirected to the list of projects. */
export function RoomBanner({ room, texts }: RoomBannerProps) {
  const { connected, paused, ended, project } = room;

  useEffect(() => {
    if (ended !== "not_a_member") return;
    const timer = setTimeout(() => location.assign("/"), LEAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [ended]);

  if (ended !== null) {
    return (
      <p class="banner" role="alert">
        {texts[`room_ended_${ended}`]} {ended === "logged_out"
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
