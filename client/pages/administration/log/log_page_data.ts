import type { LogDay, LogEntry, LogPage } from "../../../../lib/model/log/log_entry.ts";
import { ChungError } from "../../../../lib/errors.ts";
import type { PersonSession } from "../../../session/person_session.ts";
import type { LogQuery } from "../../../shared/administration/log_query.ts";

/** Entries of a page of the log. */
const PAGE = 50;

/** The log's page. */
export interface LogPageData {
  /** With the day that is shown; empty if there is none. */
  query: LogQuery;
  /** The newest first. */
  days: LogDay[];
  page: LogPage;
  /** Whether new entries may still come to the page. */
  live: boolean;
}

export async function logPageData(
  { server }: PersonSession,
  asked: LogQuery,
): Promise<LogPageData> {
  const days = await server.logDays();
  const query = { ...asked, day: asked.day || (days[0]?.day ?? "") };
  const { day, action, before } = query;
  const listed = days.find((each) => each.day === day);
  const exists = listed !== undefined && (action === "" || listed.actions.includes(action));
  const page = exists ? await server.logs(query, PAGE) : { entries: [], more: false };
  return { query, days, page, live: before === "" && day === days[0]?.day };
}

/** Requests by which the page itself asks for the log. */
const OWN = ["logs", "log_days"];

/** The newest entries, but for those that the person's own looking makes: there would be no end of them. */
export async function newestEntries(
  { user, server }: PersonSession,
  query: LogQuery,
): Promise<LogEntry[]> {
  const { entries } = await server.logs({ ...query, before: "" }, PAGE).catch(noneYet);
  return entries.filter(({ file, User }) => User !== user.username || !OWN.includes(file));
}

/** Nothing of an action is in the log before the first entry of the day. */
function noneYet(error: unknown): LogPage {
  if (error instanceof ChungError && error.code === "log_not_found") {
    return { entries: [], more: false };
  }
  throw error;
}
