import type { Setting } from "../../../lib/model/setting.ts";
import type { PersonSession } from "../../session/person_session.ts";

/** The server's page. */
export interface ServerPageData {
  settings: Setting[];
}

export async function serverPageData({ server }: PersonSession): Promise<ServerPageData> {
  return { settings: await server.settings() };
}
