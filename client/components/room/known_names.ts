import type { Member } from "../../../lib/model/project.ts";
import type { LogEntry } from "./room_log.ts";

/**
 * The names, in lower case, whose mentions are marked: of members and of authors, who may have left since. They stay
 * known while the page is open. Returns the same set when there is nothing new.
 */
export function withNames(
  known: ReadonlySet<string>,
  members: readonly Member[],
  entries: readonly LogEntry[],
): ReadonlySet<string> {
  const seen = members.map(({ username }) => username);
  for (const entry of entries) {
    if (entry.kind === "message" && entry.message.notice === undefined) {
      seen.push(entry.message.user);
    }
  }
  const names = new Set(known);
  for (const name of seen) names.add(name.toLowerCase());
  return names.size === known.size ? known : names;
}
