import type { Setting } from "../../../lib/model/setting.ts";
import type { PersonSession } from "../../session/person_session.ts";
import type { ServerState } from "../../shared/administration/day_figures.ts";
import { dayFigures } from "./day_figures.ts";

/** The server's page. */
export interface ServerPageData {
  state: ServerState;
  settings: Setting[];
}

export async function serverPageData(session: PersonSession): Promise<ServerPageData> {
  // Asked at once, because one connection answers both in one round trip.
  const [state, settings] = await Promise.all([serverState(session), session.server.settings()]);
  return { state, settings };
}

export async function serverState({ server }: PersonSession): Promise<ServerState> {
  const [stats, figures] = await Promise.all([server.stats(), server.figures()]);
  const now = new Date();
  return { stats, day: dayFigures(figures, now.getTime()), told: now.toISOString() };
}
