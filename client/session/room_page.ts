import { ChungError } from "../../lib/errors.ts";
import { isActivity, type Message } from "../../lib/model/message.ts";
import type { ProjectSummary } from "../../lib/model/project.ts";
import type { Replies } from "../../lib/protocol/replies.ts";
import { idArgument } from "../upstream/request_line.ts";
import { findProject } from "./project_pages.ts";
import type { RoomView } from "../shared/room_view.ts";
import type { TokenRequests } from "../upstream/token_requests.ts";

/** Messages on a page. */
export const PAGE = 100;
/** Messages shown before the first unread one, for context. */
const BEFORE_UNREAD = 30;
/** Messages shown up to and including a chosen one. */
const BEFORE_CHOSEN = 50;

type History = Replies["history"];

/** The part of a room's log shown on a page. */
type Log = Pick<RoomView, "messages" | "more" | "newer">;

/** Requests the newest messages `before` an id, the oldest `after` one, or the newest of all by default. */
export function history(
  requests: TokenRequests,
  projectId: number,
  limit: number,
  from: { before?: number; after?: number } = {},
): Promise<History> {
  return requests.about(projectId, "history", () => {
    const args = [{ wire: String(limit) }];
    if (from.before !== undefined) args.push(idArgument(from.before, "bad_request"));
    if (from.after !== undefined) args.push({ wire: "-" }, idArgument(from.after, "bad_request"));
    return args;
  });
}

/** Implements PersonSession.room. */
export async function roomPage(
  requests: TokenRequests,
  username: string,
  projectId: number,
  at: number | null,
): Promise<RoomView> {
  // One connection answers in order, so concurrent requests cost a single round trip.
  const [summary, { members }, pages] = await Promise.all([
    findProject(requests, projectId),
    requests.about(projectId, "members"),
    at === null
      ? history(requests, projectId, PAGE).then((newest) => [newest])
      : around(requests, projectId, at, BEFORE_CHOSEN),
  ]);
  if (summary === null) {
    throw new ChungError("not_a_member", "you are not a member of this project");
  }
  const { id, name, owner, created_at, archived, role, unread, mentions, last_read_id } = summary;
  let log = logOf(pages);
  const known = Math.max(summary.last_message?.id ?? 0, newestOf(log.messages));
  if (at === null && hasUnreadBefore(log, summary, username)) {
    log = logOf(await around(requests, projectId, last_read_id, BEFORE_UNREAD));
  }
  return {
    project: { id, name, owner, created_at, ...archived && { archived } },
    role,
    members,
    ...log,
    cursor: {
      message: log.newer ? Math.max(known, newestOf(log.messages)) : newestOf(log.messages),
      // From the first answer: an edit made after it may be missing from the messages in it.
      change: pages[0].last_change,
    },
    unread,
    mentions,
    last_read_id,
  };
}

/** Requests the page up to and including message `id`, and the page after it. */
function around(
  requests: TokenRequests,
  projectId: number,
  id: number,
  before: number,
): Promise<History[]> {
  return Promise.all([
    history(requests, projectId, before, { before: id + 1 }),
    history(requests, projectId, PAGE - before, { after: id }),
  ]);
}

function logOf([first, second]: History[]): Log {
  return {
    messages: [...first.messages, ...second?.messages ?? []],
    more: first.more,
    newer: second?.more ?? false,
  };
}

function newestOf(messages: readonly Message[]): number {
  return messages.at(-1)?.id ?? 0;
}

/** Reports whether there are unread messages before the newest page. */
function hasUnreadBefore(
  { messages, more }: Log,
  { unread, last_read_id }: ProjectSummary,
  username: string,
): boolean {
  if (!more || messages[0].id <= last_read_id) return false;
  const shown = messages.filter((message) =>
    message.user !== username && !message.deleted && !isActivity(message)
  );
  return shown.length < unread;
}
